import type { FinancingSource } from '@insatskollen/shared/agreements/financing.ts';
import { counted } from '#lib/format/number.ts';
import type { Bilingual } from '#lib/i18n/language.ts';

const sources: Record<FinancingSource, string> = {
  own: 'regionens egna medel',
  state11: 'statens 1:1-medel',
  eu: 'EU',
  municipal: 'kommuner',
  private: 'privata',
};
const sv = {
  title: 'Pengarna',
  unit: 'kr',
  overview: 'Översikt',
  lead: (own: string, leverage: string | null) =>
    leverage === null
      ? `Regionens egna medel: ${own} kr.`
      : `Regionens egna medel: ${own} kr. Varje krona har fått med sig ${leverage} kr från andra.`,
  spread: 'Avtalens belopp är fördelade jämnt över avtalstiden.',
  columns: { area: 'Område', own: 'Regionens egna', external: 'Från andra', total: 'Totalt', leverage: 'Uppväxling' },
  sum: 'Alla områden',
  bar: (parts: string) => `Fördelat på källor: ${parts}`,
  sources,
  gave: 'Vad pengarna gav',
  gaveNote: 'Regionens egna medel i de avtal som ska ge resultatet, delat med det som är godkänt.',
  each: (amount: string) => `${amount} kr per styck`,
  of: (own: string) => `av ${own} kr`,
  none: 'Inget här kan sägas kosta något per styck.',
  incomplete: 'Alla rapporter är inte godkända än, så beloppet per styck är för högt.',
  shared: 'Samma pengar ger också andra resultat. Beloppen per styck kan därför inte läggas ihop.',
  withheld: (n: number) =>
    `${counted(n, 'avtals', 'avtals', 'sv')} finansiering omfattas av sekretess och är inte med.`,
  without: (n: number) => `${counted(n, 'avtal', 'avtal', 'sv')} saknar uppgift om finansiering.`,
  not: 'Bestånd, andelar och unika personer visas inte per styck: en krona köper inte en del av dem.',
};

/** Words of the page about what was paid, and what it gave. */
export const moneyTexts: Bilingual<typeof sv> = {
  sv,
  en: {
    title: 'The money',
    unit: 'SEK',
    overview: 'Overview',
    lead: (own, leverage) =>
      leverage === null
        ? `The region’s own funds: SEK ${own}.`
        : `The region’s own funds: SEK ${own}. Each krona has brought in SEK ${leverage} from others.`,
    spread: 'The agreements’ amounts are spread evenly over their terms.',
    columns: { area: 'Area', own: 'The region’s own', external: 'From others', total: 'In all', leverage: 'Leverage' },
    sum: 'All areas',
    bar: (parts) => `By source: ${parts}`,
    sources: {
      own: 'the region’s own funds',
      state11: 'the state’s 1:1 funds',
      eu: 'EU',
      municipal: 'municipalities',
      private: 'private',
    },
    gave: 'What the money gave',
    gaveNote: 'The region’s own funds in the agreements that are to give the result, divided by what is approved.',
    each: (amount) => `SEK ${amount} each`,
    of: (own) => `of SEK ${own}`,
    none: 'Nothing here can be said to cost something each.',
    incomplete: 'Not all reports are approved yet, so the amount for each is too high.',
    shared: 'The same money gives other results too. The amounts for each can therefore not be added up.',
    withheld: (n) => `The financing of ${counted(n, 'agreement', 'agreements', 'en')} is confidential and left out.`,
    without: (n) => `${counted(n, 'agreement says', 'agreements say', 'en')} nothing of financing.`,
    not: 'Stocks, shares and unique people are not shown for each: a krona does not buy a part of them.',
  },
};
