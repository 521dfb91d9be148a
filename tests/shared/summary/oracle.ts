import { parsePeriod, type Window } from '@insatskollen/shared/calendar/periods.ts';
import { isLate } from '@insatskollen/shared/reports/head.ts';
import type { Coverage } from '@insatskollen/shared/summary/coverage.ts';
import { endOf, library, type Report, type World } from './world.ts';

/**
 * The figures counted once more, the slow and plain way: straight from the reports, with whole numbers, sharing nothing with the
 * rules that are tested but the reading of a period's days.
 */

/** A period counts in a window that holds all of it, a school year in one that holds its last day. */
function liesIn(id: string, window: Window): boolean {
  const period = parsePeriod(id);
  if (!period || period.end < window.start || period.end > window.end) return false;
  return period.kind === 'schoolYear' || period.start >= window.start;
}

const counts = ({ head }: Report) => head.officialVersion !== null;

/** The reports that lie in the window and count, of some areas. */
const countedIn = (world: World, areas: readonly string[], window: Window) =>
  world.reports.filter(
    (report) => counts(report) && areas.includes(report.head.focusArea) && liesIn(report.head.period, window),
  );

/** A stock is of its period's last day, so it counts wherever that day lies. */
const endingIn = (world: World, areas: readonly string[], window: Window) =>
  world.reports.filter(
    (report) =>
      counts(report) &&
      areas.includes(report.head.focusArea) &&
      report.head.periodEnd >= window.start &&
      report.head.periodEnd <= window.end,
  );

const answersOf = (reports: readonly Report[], id: string) => reports.flatMap(({ values }) => values[id] ?? []);
/** Numbers with up to two decimals as hundredths. */
const hundredths = (number: string): bigint => {
  const [whole = '', fraction = ''] = number.split('.');
  return BigInt(whole + fraction.padEnd(2, '0'));
};
export const fromHundredths = (number: bigint): string => {
  const digits = number.toString().padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`.replace(/\.?0+$/, '');
};
const sumOf = (numbers: readonly string[]) =>
  fromHundredths(numbers.reduce((total, one) => total + hundredths(one), 0n));
const maxOf = (numbers: readonly string[]) =>
  fromHundredths(numbers.map(hundredths).reduce((most, one) => (one > most ? one : most), 0n));

export function plainCounts(world: World, areas: readonly string[], window: Window, id: string) {
  const answers = answersOf(
    library.get(id)?.kind === 'stock' ? endingIn(world, areas, window) : countedIn(world, areas, window),
    id,
  );
  const of = (...kinds: string[]) => answers.filter(({ kind }) => kinds.includes(kind)).length;
  return {
    contributions: of('value', 'ratio', 'choice'),
    notApplicable: of('notApplicable'),
    notYetKnown: of('notYetKnown'),
  };
}

const numbersOf = (world: World, areas: readonly string[], window: Window, id: string) =>
  answersOf(countedIn(world, areas, window), id).flatMap((entry) => (entry.kind === 'value' ? [entry.value] : []));

export function plainFlow(world: World, areas: readonly string[], window: Window, id: string): string | null {
  const numbers = numbersOf(world, areas, window, id);
  return numbers.length === 0 ? null : sumOf(numbers);
}

export function plainUnique(world: World, areas: readonly string[], window: Window, id: string) {
  const numbers = numbersOf(world, areas, window, id);
  return numbers.length === 0 ? null : { min: maxOf(numbers), max: sumOf(numbers) };
}

/** Percent with one decimal, half up, from summed numerators and denominators: never an average of ratios. */
export function plainRatio(world: World, areas: readonly string[], window: Window, id: string) {
  const ratios = answersOf(countedIn(world, areas, window), id).flatMap((entry) =>
    entry.kind === 'ratio' ? [entry] : [],
  );
  if (ratios.length === 0) return null;
  const numerator = ratios.reduce((total, entry) => total + BigInt(entry.numerator), 0n);
  const denominator = ratios.reduce((total, entry) => total + BigInt(entry.denominator), 0n);
  const tenths = denominator === 0n ? null : (2n * numerator * 1000n + denominator) / (2n * denominator);
  const value = tenths === null ? null : fromHundredths(tenths * 10n);
  return { numerator: numerator.toString(), denominator: denominator.toString(), value };
}

export function plainChoices(
  world: World,
  areas: readonly string[],
  window: Window,
  id: string,
): Record<string, number> {
  const choices: Record<string, number> = {};
  for (const entry of answersOf(countedIn(world, areas, window), id)) {
    if (entry.kind === 'choice') choices[entry.choice] = (choices[entry.choice] ?? 0) + 1;
  }
  return choices;
}

/** From each chain its latest approved value whose period ends inside the span; a chain that ended before the span's last day is left out. */
export function plainStock(world: World, areas: readonly string[], window: Window, id: string) {
  const latest = world.chains.flatMap((chain) => {
    const [last] = world.reports
      .filter((report) => report.head.chain === chain.id && counts(report) && report.values[id]?.kind === 'value')
      .filter(({ head }) => head.periodEnd >= window.start && head.periodEnd <= window.end)
      .sort((a, b) => b.head.periodEnd.localeCompare(a.head.periodEnd) || b.head.chainOrder - a.head.chainOrder);
    return last && areas.includes(last.head.focusArea)
      ? [{ last, end: endOf(chain), ended: endOf(chain) < window.end }]
      : [];
  });
  const inForce = latest.filter(({ ended }) => !ended).map(({ last }) => last);
  const numbers = (reports: Report[]) =>
    answersOf(reports, id).flatMap((entry) => (entry.kind === 'value' ? [entry.value] : []));
  const any = inForce.length > 0;
  return {
    value: any ? sumOf(numbers(inForce)) : null,
    carriedForward: any ? sumOf(numbers(inForce.filter(({ head }) => head.periodEnd < window.end))) : null,
    leftOut: latest.length - inForce.length,
    reports: inForce,
  };
}

/** Coverage counted report by report. */
export function plainCoverage(world: World, areas: readonly string[], window: Window, at: Date): Coverage {
  const heads = world.reports.map(({ head }) => head).filter((head) => areas.includes(head.focusArea));
  const inside = heads.filter((head) => liesIn(head.period, window));
  const of = (state: string) => inside.filter((head) => head.state === state).length;
  const agreements = world.chains
    .flatMap((chain) => chain.agreements)
    .filter((agreed) => areas.includes(agreed.focusArea));
  const runs = agreements.filter(({ termStart, termEnd }) => termStart <= window.end && termEnd >= window.start);
  const received = inside.filter(({ state }) => state !== 'notStarted' && state !== 'draft');
  return {
    expected: inside.length,
    notStarted: of('notStarted'),
    draft: of('draft'),
    submitted: of('submitted'),
    returned: of('returned'),
    approved: of('approved'),
    due: inside.filter(({ dueAt }) => Date.parse(dueAt) < at.getTime()).length,
    late: inside.filter((head) => isLate(head, at)).length,
    submittedLate: received.filter(
      (head) => head.firstSubmittedAt !== null && Date.parse(head.firstSubmittedAt) > Date.parse(head.dueAt),
    ).length,
    outside: runs.filter(({ id }) => !inside.some((head) => head.agreementId === id)).length,
  };
}

/** The answers of reports that a breakdown is made of: of stock those in force, else all that count. */
export function plainParts(world: World, areas: readonly string[], window: Window, id: string, dimension: string) {
  const reports =
    library.get(id)?.kind === 'stock' ? plainStock(world, areas, window, id).reports : countedIn(world, areas, window);
  return answersOf(reports, id).flatMap((entry): Record<string, bigint>[] => {
    if (entry.kind !== 'value') return [];
    const given = Object.entries(entry.breakdowns?.[dimension] ?? {}).map(
      ([part, number]) => [part, hundredths(number)] as const,
    );
    const unsaid = given.reduce((left, [, number]) => left - number, hundredths(entry.value));
    return [{ ...Object.fromEntries(given), '?': unsaid }];
  });
}

interface Asked {
  agreementId: string;
  period: string;
  periodTarget: string | null;
  yearTarget: string | null;
}
/** What agreements ask of an indicator in the window, report by report, answered or not. */
const askedIn = (world: World, areas: readonly string[], window: Window, id: string): Asked[] =>
  world.reports
    .filter(({ head }) => areas.includes(head.focusArea) && liesIn(head.period, window))
    .flatMap(({ head: { agreementId, period, asked } }) => (asked[id] ? [{ agreementId, period, ...asked[id] }] : []));

/** The window's target, as the domain says for each kind. */
export function plainTarget(world: World, areas: readonly string[], window: Window, id: string): string | null {
  const asked = askedIn(world, areas, window, id);
  const given = asked.flatMap(({ periodTarget }) => periodTarget ?? []);
  switch (library.get(id)?.kind) {
    case 'flow':
      return given.length > 0 ? sumOf(given) : null;
    case 'stock': {
      const last = world.chains.flatMap((chain) => {
        const targets = world.reports
          .filter(
            ({ head }) => head.chain === chain.id && head.periodEnd >= window.start && head.periodEnd <= window.end,
          )
          .filter(({ head }) => head.asked[id]?.periodTarget != null)
          .sort((a, b) => b.head.periodEnd.localeCompare(a.head.periodEnd) || b.head.chainOrder - a.head.chainOrder);
        const [head] = targets.map((report) => report.head);
        const counted = head && areas.includes(head.focusArea) && endOf(chain) >= window.end;
        return counted ? (head.asked[id]?.periodTarget ?? []) : [];
      });
      return last.length > 0 ? sumOf(last) : null;
    }
    case 'ratio':
      return given.length === asked.length && new Set(given).size === 1 ? (given[0] ?? null) : null;
    case 'unique': {
      const [first] = asked;
      if (!first || asked.some(({ agreementId }) => agreementId !== first.agreementId)) return null;
      if (
        asked.length === 1 &&
        window.from === window.to &&
        window.from === first.period &&
        first.periodTarget !== null
      )
        return first.periodTarget;
      const wholeYear = window.start.endsWith('-01-01') && window.end === `${window.start.slice(0, 4)}-12-31`;
      return wholeYear ? first.yearTarget : null;
    }
    default:
      return null;
  }
}
