import { addDays, lastDayOfMonth, type Day } from '../calendar/days.ts';
import { periodsOfTerm, type Period } from '../calendar/periods.ts';
import type { AgreedIndicator, Agreement } from './agreement.ts';
import { checkPlace } from './checkPlace.ts';
import type { AgreementFault } from './faults.ts';

const DAY_MS = 86_400_000;
const MONTHS = 12;

/** The term that follows: it begins the day after, and is as long. Whole months are followed by as many. */
export function nextTerm(termStart: Day, termEnd: Day): { termStart: Day; termEnd: Day } {
  const begins = addDays(termEnd, 1);
  if (!termStart.endsWith('-01') || !begins.endsWith('-01')) {
    const days = Math.round((Date.parse(termEnd) - Date.parse(termStart)) / DAY_MS);
    return { termStart: begins, termEnd: addDays(begins, days) };
  }
  const monthOf = (day: Day) => yearOf(day) * MONTHS + Number(day.slice(5, 7)) - 1;
  const last = 2 * monthOf(begins) - monthOf(termStart) - 1;
  return { termStart: begins, termEnd: lastDayOfMonth(Math.floor(last / MONTHS), (last % MONTHS) + 1) };
}

/**
 * The agreement that would follow this one: its terms with the dates moved, and each period's target on the period in the same place of the
 * next term. It has no id yet, and no reference: it is another matter in the register of public records. `faults` say why it cannot follow (someone
 * else does already, or the actor has another about the same time).
 */
export function renewalOf(
  agreement: Agreement,
  agreements: readonly Agreement[],
): { draft: Agreement; faults: AgreementFault[] } {
  const term = nextTerm(agreement.termStart, agreement.termEnd);
  const before = periodsOfTerm(agreement.frequency, agreement.termStart, agreement.termEnd);
  const after = periodsOfTerm(agreement.frequency, term.termStart, term.termEnd);
  const { closing } = agreement;
  const years = yearOf(term.termEnd) - yearOf(agreement.termEnd);
  const draft: Agreement = {
    ...agreement,
    ...term,
    id: '',
    version: 1,
    reference: '',
    succeeds: agreement.id,
    indicators: agreement.indicators.map((one) => ({ ...one, targets: moved(one.targets, before, after) })),
    ...(closing ? { closing: { ...closing, after: closing.after.map((year) => String(Number(year) + years)) } } : {}),
  };
  return { draft, faults: checkPlace(draft, agreements) };
}

const yearOf = (day: Day): number => Number(day.slice(0, 4));

/** The part of the year that a period is: `Q3`, `H1`; blank for a whole one. */
const partOf = ({ id, kind }: Period): string => (kind === 'schoolYear' ? '' : id.slice(5));

/** Targets in their new periods. Where the periods of the terms do not answer to each other, those of periods are left out. */
function moved(
  targets: AgreedIndicator['targets'],
  before: readonly Period[],
  after: readonly Period[],
): AgreedIndicator['targets'] {
  const fits = before.length === after.length && before.every((one, n) => partOf(one) === partOf(after[n] ?? one));
  const periods = fits
    ? before.flatMap(({ id }, n) => {
        const target = targets.periods?.[id];
        const to = after[n];
        return target === undefined || !to ? [] : [[to.id, target] as const];
      })
    : [];
  return { year: targets.year ?? null, periods: Object.fromEntries(periods) };
}
