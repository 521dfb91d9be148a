import type { Agreement } from '@insatskollen/shared/agreements/agreement.ts';
import fc from 'fast-check';
import { number } from './answers.ts';
import { periodsOf, type Frequency } from './days.ts';
import { actors, indicators, initiatives, questions } from './registers.ts';
import { chance } from './trouble.ts';

export interface Draft {
  actor: (typeof actors)[number];
  initiative: string;
  frequency: Frequency;
  /** Days after 2025-01-01, and how many it runs. */
  starts: number;
  runs: number;
  /** Goes on from the agreement before it in the list: the day after, or while it still runs. */
  goesOn: 'no' | 'after' | 'overlapping';
  asks: readonly string[];
  /** Ends with a final report and one about the year after, which count in no window. */
  closes: boolean;
  seed: number;
}

/** A made-up agreement; what it takes from those before it is decided by `toAgreements`. */
export const draftOfAgreement: fc.Arbitrary<Draft> = fc.record({
  actor: fc.constantFrom(...actors),
  initiative: fc.constantFrom(...Object.keys(initiatives)),
  frequency: fc.constantFrom<Frequency>('quarterly', 'quarterly', 'half-yearly', 'yearly', 'school-yearly'),
  starts: fc.integer({ min: 0, max: 560 }),
  runs: fc.integer({ min: 40, max: 500 }),
  goesOn: fc.constantFrom<Draft['goesOn']>('no', 'no', 'after', 'overlapping'),
  asks: fc.subarray(
    indicators.map(({ id }) => id),
    { minLength: 4 },
  ),
  closes: fc.boolean(),
  seed: fc.nat(),
});

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** The agreements of some drafts, those that go on from another chained to it. */
export function toAgreements(drafts: readonly Draft[]): Agreement[] {
  const agreements: Agreement[] = [];
  for (const [n, draft] of drafts.entries()) {
    const before = draft.goesOn === 'no' ? undefined : agreements.at(-1);
    const termStart = before
      ? dayAfter(before.termEnd, draft.goesOn === 'after' ? 1 : -35)
      : dayAfter('2025-01-01', draft.starts);
    const made = agreement(`g${n}`, draft, termStart);
    const after = [String(Number(made.termEnd.slice(0, 4)) + 1)];
    agreements.push({
      ...made,
      succeeds: before?.id ?? null,
      ...(draft.closes ? { closing: { final: true, after } } : {}),
    });
  }
  return agreements;
}

/** An agreement with targets for some of its periods and years. */
export function agreement(
  id: string,
  draft: Omit<Draft, 'starts' | 'goesOn' | 'closes'>,
  termStart: string,
): Agreement {
  const termEnd = dayAfter(termStart, draft.runs);
  const roll = chance(draft.seed);
  const periods = periodsOf(draft.frequency, { start: termStart, end: termEnd });
  return {
    id,
    version: 1,
    reference: id,
    actorId: draft.actor,
    initiativeId: draft.initiative,
    termStart,
    termEnd,
    frequency: draft.frequency,
    dueDays: 30,
    succeeds: null,
    goal: 'goal',
    criteria: [],
    indicators: indicators
      .filter((indicator) => draft.asks.includes(indicator.id))
      .map((indicator) => ({
        indicatorId: indicator.id,
        required: roll() < 0.7,
        breakdowns: indicator.dimensions.filter(() => roll() < 0.8),
        targets: {
          year: roll() < 0.5 ? number(roll, indicator) : null,
          periods: Object.fromEntries(
            periods.flatMap((period) =>
              roll() < 0.6 ? [[period, indicator.kind === 'ratio' ? '50' : number(roll, indicator)]] : [],
            ),
          ),
        },
      })),
    questions: questions.map((question) => question.id),
    financing: {},
    rusPriorities: [],
  };
}
