import { dayInWords } from '../calendar/inWords.ts';
import { ratioValue, type Decimal } from '../decimal.ts';
import { number, percent, withUnit } from '../format/number.ts';
import type { Indicator } from '../indicators/indicator.ts';
import type { Entry } from './answers.ts';

type Language = 'sv' | 'en';
type Of = Indicator;

/** Names of the two blanks, as the form calls them. */
export const blankNames = {
  sv: { notApplicable: 'Ej aktuellt', notYetKnown: 'Vet inte än' },
  en: { notApplicable: 'Not applicable', notYetKnown: 'Not yet known' },
} as const;

/** Units that say no more than that something is counted; in Swedish they are left out after a number. */
const bareUnits = new Set(['antal']);

/** Fills decimals up only for money: `1 000 000,00`. Other numbers are shown as they are. */
const padded = ({ unit, decimals }: Of): number => (unit.sv === 'kr' ? decimals : 0);
/** A target may be written with decimals to spare: `85.0`. */
const trimmed = (value: Decimal): Decimal => (value.includes('.') ? value.replace(/\.?0+$/, '') : value);

/** A value of an indicator with its unit: `62`, `84,4 %`, `13 184 000 kr`. */
export function valueText(value: Decimal, indicator: Of, language: Language): string {
  const unit = indicator.unit[language];
  const shown = trimmed(value);
  const decimals = shown.includes('.') ? padded(indicator) : 0;
  return bareUnits.has(unit) ? number(shown, language, decimals) : withUnit(shown, unit, language, decimals);
}

/** As `valueText` without the unit, for where the unit stands in a heading. A percent sign is always there. */
export function bareText(value: Decimal, indicator: Of, language: Language): string {
  if (indicator.unit[language] === '%') return percent(trimmed(value), language);
  const shown = trimmed(value);
  return number(shown, language, shown.includes('.') ? padded(indicator) : 0);
}

/** The indicator's name with its unit, as a heading over numbers: `Utlånat belopp, kr`. */
export function headingOf(indicator: Of, language: Language): string {
  const unit = indicator.unit[language];
  return indicator.kind === 'text' || unit === '%' ? indicator.name[language] : `${indicator.name[language]}, ${unit}`;
}

/** An answer in words, to be read: `62`, `84,4 % (38 av 45)`, `Ej aktuellt`, `Vet inte än, kommer 30 april 2026`. */
export function answerText(entry: Entry | null | undefined, indicator: Of, language: Language): string {
  const sv = language === 'sv';
  const blank = blankNames[language];
  if (!entry) return sv ? 'Inget svar' : 'No answer';
  switch (entry.kind) {
    case 'value':
      return bareText(entry.value, indicator, language);
    case 'ratio': {
      const value = ratioValue(entry.numerator, entry.denominator, indicator.scale ?? '1', indicator.decimals);
      const [part, whole] = [number(entry.numerator, language), number(entry.denominator, language)];
      const of = sv ? `${part} av ${whole}` : `${part} of ${whole}`;
      return value === undefined ? of : `${bareText(value, indicator, language)} (${of})`;
    }
    case 'choice':
      return indicator.options?.find(({ id }) => id === entry.choice)?.name[language] ?? entry.choice;
    case 'notApplicable':
      return blank.notApplicable;
    case 'notYetKnown':
      return `${blank.notYetKnown}, ${sv ? 'kommer' : 'expected'} ${dayInWords(entry.promisedBy, language)}`;
    case 'unparsed': {
      const typed = Object.entries(entry.raw).find(([field]) => field !== 'kind' && field !== 'promisedBy')?.[1] ?? '';
      const [open, close] = sv ? ['”', '”'] : ['“', '”'];
      if (typed === '') return sv ? 'Ofullständigt svar' : 'Incomplete answer';
      const kind = entry.raw['kind'];
      if (kind === 'notApplicable' || kind === 'notYetKnown')
        return `${open}${typed}${close} ${sv ? 'och' : 'and'} ${blank[kind]}`;
      return `${open}${typed}${close}, ${sv ? 'behöver rättas' : 'needs to be corrected'}`;
    }
  }
}
