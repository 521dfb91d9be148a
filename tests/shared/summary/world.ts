import fc from 'fast-check';
import { expectedReports, stockTargets } from '@insatskollen/shared/agreements/opening.ts';
import type { Terms } from '@insatskollen/shared/agreements/agreement.ts';
import { addDays, endOfDay, lastDayOfMonth } from '@insatskollen/shared/calendar/days.ts';
import { frequencies, windowOf, yearsOf, type Window } from '@insatskollen/shared/calendar/periods.ts';
import { largest } from '@insatskollen/shared/decimal.ts';
import type { Entry } from '@insatskollen/shared/reports/answers.ts';
import { reportStates, type Head } from '@insatskollen/shared/reports/head.ts';
import { shareOfAgreement } from '@insatskollen/shared/summary/agreementsRunning.ts';
import { readAddress, total, type Cells } from '@insatskollen/shared/summary/cells.ts';
import { gather, type Gathering, type StoredCell } from '@insatskollen/shared/summary/gather.ts';
import { shareOfReport } from '@insatskollen/shared/summary/standing.ts';
import { shareOfChain, shareOfChainTargets, type Chain, type StockEntry } from '@insatskollen/shared/summary/stock.ts';
import { byId, indicators, ratio, terms, value } from '../samples.ts';

export const areas = ['area-1', 'area-2'] as const;
export const library = byId(indicators);

/** One report with the values of its latest version, which count when `officialVersion` names it. */
export interface Report {
  head: Head;
  values: Record<string, Entry>;
}
/** An agreement with its predecessors and successors, in order. */
export interface AgreedChain {
  id: string;
  agreements: Terms[];
}
/** All that the figures follow from. */
export interface World {
  chains: AgreedChain[];
  reports: Report[];
}

export const endOf = (chain: AgreedChain): string => chain.agreements.at(-1)?.termEnd ?? '';

/** A chain's stock as the product keeps it beside the summary. */
function stockOf(world: World, chain: AgreedChain): Chain {
  const entries = world.reports.flatMap(({ head, values }): StockEntry[] => {
    const stock = Object.entries(values).flatMap(([id, entry]) =>
      entry.kind === 'value' && library.get(id)?.kind === 'stock' ? [[id, entry] as const] : [],
    );
    if (head.chain !== chain.id || head.officialVersion === null || stock.length === 0) return [];
    const { period, periodEnd, chainOrder: order, focusArea, agreementId, version } = head;
    return [{ period, periodEnd, order, focusArea, agreementId, version, values: Object.fromEntries(stock) }];
  });
  const targets = chain.agreements.flatMap((agreed, order) =>
    stockTargets(expectedReports(agreed, { chain: chain.id, order }), library),
  );
  return { end: endOf(chain), entries, targets };
}

/** A cell as it lies in the table, with the year that its partition is of. */
export type CellOfYear = StoredCell & { year: string };

export const stored = (cells: Cells): CellOfYear[] =>
  [...cells].map(([address, numbers]) => ({ ...readAddress(address), numbers }));

/** The cells of a whole world: sums added, largest answers the largest. */
export function cellsOf(world: World): CellOfYear[] {
  const reports = world.reports.map(({ head, values }) =>
    shareOfReport('official', { head, valuesOf: new Map([[head.version, values]]) }, library),
  );
  const chains = world.chains.map((chain) => stockOf(world, chain));
  const sums = total(
    ...reports.map((share) => share.sums),
    ...chains.map((chain) => shareOfChain(chain, library).sums),
    ...chains.map((chain) => shareOfChainTargets(chain).sums),
    ...world.chains.flatMap(({ agreements }) => agreements.map((agreed) => shareOfAgreement(agreed).sums)),
  );
  return [...stored(sums), ...stored(largestOf(reports.map((share) => share.maxima)))];
}

/** The largest of every number, as the table keeps it. */
function largestOf(many: readonly Cells[]): Cells {
  const all: Cells = new Map();
  for (const [at, numbers] of many.flatMap((cells) => [...cells])) {
    const known = all.get(at) ?? {};
    for (const [name, number] of Object.entries(numbers)) known[name] = largest(known[name] ?? number, number);
    all.set(at, known);
  }
  return all;
}

/** What is read for a window: the cells of its years and no others. */
export function gatheringFor(world: World, window: Window): Gathering {
  const years = yearsOf(window);
  return gather(cellsOf(world).filter((cell) => years.includes(cell.year)));
}

const firstDay = (month: number) => `${2024 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
const lastDay = (month: number) => lastDayOfMonth(2024 + Math.floor(month / 12), (month % 12) + 1);

const count = fc.integer({ min: 0, max: 40 });
const counted = count.map(String);
/** A number with its parts, which may leave some unsaid or all. */
const numbers: fc.Arbitrary<Entry> = fc
  .tuple(count, count, count, fc.boolean())
  .map(([women, men, unsaid, parted]) =>
    value(String(women + men + unsaid), parted ? { gender: { women: String(women), men: String(men) } } : undefined),
  );
const blanks = fc.constantFrom<Entry>({ kind: 'notApplicable' }, { kind: 'notYetKnown', promisedBy: '2026-05-01' });
const orBlank = (entry: fc.Arbitrary<Entry>) =>
  fc.oneof({ weight: 5, arbitrary: entry }, { weight: 1, arbitrary: blanks });
export const values = fc.record<Record<string, Entry>>(
  {
    started: orBlank(numbers),
    tenants: orBlank(numbers),
    share: orBlank(
      fc.tuple(count, count).map(([numerator, more]) => ratio(String(numerator), String(numerator + more))),
    ),
    advised: orBlank(numbers),
    milestone: orBlank(
      fc.constantFrom('reached', 'partly', 'missed').map((choice): Entry => ({ kind: 'choice', choice })),
    ),
    spent: orBlank(
      fc
        .tuple(count, fc.integer({ min: 0, max: 99 }))
        .map(([kronor, ore]) => value(`${kronor}.${String(ore).padStart(2, '0')}`)),
    ),
  },
  { requiredKeys: [] },
);

export const standings = fc.record({
  state: fc.constantFrom(...reportStates, 'approved' as const, 'approved' as const),
  figuresKept: fc.boolean(),
  submittedLate: fc.boolean(),
  answerDays: fc.integer({ min: 0, max: 60 }),
});
type Standing = typeof standings extends fc.Arbitrary<infer T> ? T : never;

/** A head in a state that a life of a report can reach. */
export function headIn(head: Head, { state, figuresKept, submittedLate, answerDays }: Standing): Head {
  const received = state === 'submitted' || state === 'returned' || state === 'approved';
  const day = head.dueAt.slice(0, 10);
  const kept = state === 'returned' && figuresKept;
  return {
    ...head,
    state,
    version: received ? 1 : 0,
    firstSubmittedAt: received ? new Date(endOfDay(addDays(day, submittedLate ? 1 : 0))).toISOString() : null,
    answerBy: state === 'returned' ? endOfDay(addDays(day, answerDays)) : null,
    officialVersion: state === 'approved' || kept ? 1 : null,
    figuresKept: kept,
  };
}

const targets = fc.record({ year: fc.option(counted), period: fc.option(counted) });
const agreements = fc.record({
  frequency: fc.constantFrom(...frequencies),
  months: fc.integer({ min: 3, max: 18 }),
  area: fc.constantFrom(...areas),
  targets: fc.record({ started: targets, tenants: targets, share: targets, advised: targets }),
  left: fc.constantFrom('share', 'advised', 'milestone', 'spent', 'none'),
});
const chains = fc.record({
  start: fc.integer({ min: 0, max: 18 }),
  agreements: fc.array(agreements, { minLength: 1, maxLength: 2 }),
});

function agreedChain(
  id: string,
  { start, agreements: parts }: typeof chains extends fc.Arbitrary<infer T> ? T : never,
): AgreedChain {
  let month = start;
  return {
    id,
    agreements: parts.map(({ frequency, months, area, targets: agreed, left }, order) => {
      const [termStart, termEnd] = [firstDay(month), lastDay(month + months - 1)];
      month += months;
      const base = terms({ id: `${id}-${order}`, focusArea: area, frequency, termStart, termEnd });
      const asked = base.indicators.filter(({ indicatorId }) => indicatorId !== left);
      const withTargets = asked.map((indicator) => {
        const target = Object.entries(agreed).find(([name]) => name === indicator.indicatorId)?.[1];
        const ids = expectedReports(base, { chain: id, order }).map((head) => head.period);
        const periods =
          target?.period == null ? {} : Object.fromEntries(ids.map((period) => [period, target.period ?? '']));
        return { ...indicator, targets: { year: target?.year ?? null, periods } };
      });
      return { ...base, indicators: withTargets };
    }),
  };
}

/** Any number of agreements and reports: chains with and without successors, of every frequency, in every state. */
export const worlds: fc.Arbitrary<World> = fc
  .record({
    chains: fc.array(chains, { minLength: 1, maxLength: 4 }),
    answered: fc.array(fc.tuple(values, standings), { minLength: 1, maxLength: 12 }),
  })
  .map(({ chains: drawn, answered }) => {
    const made = drawn.map((chain, n) => agreedChain(`chain-${n}`, chain));
    const heads = made.flatMap(({ id, agreements: parts }) =>
      parts.flatMap((agreed, order) => expectedReports(agreed, { chain: id, order })),
    );
    const reports = heads.map((head, n): Report => {
      const [given, standing] = answered[n % answered.length] ?? [{}, undefined];
      const asked = Object.entries(given).filter(([id]) => id in head.asked);
      return { head: standing ? headIn(head, standing) : head, values: Object.fromEntries(asked) };
    });
    return { chains: made, reports };
  });

const periodIds = ['2024', '2025', '2026', '2024-25', '2025-26'].concat(
  ['2024', '2025', '2026'].flatMap((year) => ['Q1', 'Q2', 'Q3', 'Q4', 'H1', 'H2'].map((part) => `${year}-${part}`)),
);
/** Windows from any period to any other. */
export const windows: fc.Arbitrary<Window> = fc
  .tuple(fc.constantFrom(...periodIds), fc.constantFrom(...periodIds))
  .map(([from, to]) => windowOf(from, to) ?? windowOf(to, from))
  .filter((window) => window !== undefined);
/** One area, or both as a strategic area takes them together. */
export const areaGroups = fc.constantFrom<readonly string[]>(['area-1'], ['area-2'], [...areas]);

/** A world told by hand: agreements, each a chain of its own, and what was approved, by agreement and period (`almi/2025-Q1`). */
export function told(agreed: readonly Terms[], approved: Record<string, Record<string, Entry>>): World {
  const made = agreed.map((one) => ({ id: one.id, agreements: [one] }));
  const reports = made.flatMap(({ id, agreements: [one] }) =>
    (one ? expectedReports(one, { chain: id, order: 0 }) : []).map((head): Report => {
      const given = approved[`${id}/${head.period}`];
      if (!given) return { head, values: {} };
      return {
        head: { ...head, state: 'approved', version: 1, officialVersion: 1, firstSubmittedAt: head.dueAt },
        values: given,
      };
    }),
  );
  const known = new Set(reports.map(({ head }) => `${head.agreementId}/${head.period}`));
  for (const report of Object.keys(approved)) if (!known.has(report)) throw new Error(`nobody is asked for ${report}`);
  return { chains: made, reports };
}
