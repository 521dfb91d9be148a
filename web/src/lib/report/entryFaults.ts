import { formFaultText } from '@insatskollen/shared/reports/faultText.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { AskedIndicator } from './asked.ts';
import { blankNames } from '@insatskollen/shared/reports/answerWords.ts';
import { answerFields, type Typed } from './fields.ts';
import type { EntryFault } from './readEntry.ts';

/** What is wrong, in one or two sentences that say what to do. */
export function wordsFor(fault: EntryFault, typed: Typed, asked: AskedIndicator, language: Language): string {
  const known = formFaultText[language];
  const sv = language === 'sv';
  const blank = blankNames[language];
  switch (fault.code) {
    case 'notANumber':
      return sv
        ? `”${typed[fault.field] ?? ''}” går inte att läsa som ett tal. Skriv bara siffror, till exempel 1 234${decimals(asked, ',5')}.`
        : `“${typed[fault.field] ?? ''}” cannot be read as a number. Write digits only, for example 1 234${decimals(asked, '.5')}.`;
    case 'tooManyDecimals':
      return tooManyDecimals(asked.indicator.decimals, sv);
    case 'tooManyDigits':
    case 'negative':
    case 'exceedsTotal':
    case 'zeroDenominator':
    case 'unknownChoice':
      return known[fault.code];
    case 'answerBesideBlank': {
      const name = typed['kind'] === 'notApplicable' ? blank.notApplicable : blank.notYetKnown;
      const written = writtenIn(typed, asked);
      return sv
        ? `Du har både skrivit ${written} och valt ${name}. Ta bort det ena.`
        : `You have both written ${written} and chosen ${name}. Remove one of them.`;
    }
    case 'dateBesideAnswer':
      return sv
        ? `Du har både skrivit ${writtenIn(typed, asked)} och en dag då uppgiften kommer. Ta bort det ena.`
        : `You have both written ${writtenIn(typed, asked)} and a day when it will be known. Remove one of them.`;
    case 'dateWithoutChoice':
      return sv
        ? `Du har skrivit en dag. Välj ${blank.notYetKnown} om uppgiften kommer då, eller ta bort dagen.`
        : `You have written a day. Choose ${blank.notYetKnown} if that is when it will be known, or remove the day.`;
    case 'dateBesideNotApplicable':
      return sv
        ? `Du har både valt ${blank.notApplicable} och skrivit en dag. Ta bort det ena.`
        : `You have both chosen ${blank.notApplicable} and written a day. Remove one of them.`;
    case 'promiseMissing':
      return sv ? 'Skriv vilken dag uppgiften kommer.' : 'Write the day when it will be known.';
    case 'notADate':
      return sv ? 'Skriv dagen som 2026-04-30.' : 'Write the day as 2026-04-30.';
    case 'totalMissing':
      return sv ? 'Skriv totalen också, inte bara delarna.' : 'Write the total too, not only its parts.';
    case 'numeratorMissing':
      return sv ? 'Skriv båda talen: hur många av alla.' : 'Write both numbers: how many out of all.';
    case 'denominatorMissing':
      return sv ? 'Skriv båda talen: av hur många.' : 'Write both numbers: out of how many.';
    case 'commentAlone':
      return sv
        ? `Kommentaren står ensam. Fyll i ett svar, eller välj ${blank.notApplicable} eller ${blank.notYetKnown}.`
        : `The comment stands alone. Give an answer, or choose ${blank.notApplicable} or ${blank.notYetKnown}.`;
  }
}

const decimals = ({ indicator }: AskedIndicator, example: string): string => (indicator.decimals > 0 ? example : '');

function tooManyDecimals(allowed: number, sv: boolean): string {
  if (allowed === 0) return sv ? 'Skriv ett heltal, utan decimaler.' : 'Write a whole number, without decimals.';
  if (allowed === 1) return sv ? 'Skriv högst en decimal.' : 'Write at most one decimal.';
  return sv ? `Skriv högst ${allowed} decimaler.` : `Write at most ${allowed} decimals.`;
}

/** What was written where the answer goes, to be named: the first of its fields that holds anything, or the chosen option. */
function writtenIn(typed: Typed, asked: AskedIndicator): string {
  const field = answerFields(asked).find((name) => typed[name]?.trim());
  const text = field === undefined ? '' : (typed[field]?.trim() ?? '');
  const option = asked.indicator.options?.find(({ id }) => id === text);
  return option ? option.name.sv : text;
}
