import type { Agreement } from '@insatskollen/shared/agreements/agreement.ts';
import type { Indicator } from '@insatskollen/shared/indicators/indicator.ts';
import type { Entry } from '@insatskollen/shared/reports/answers.ts';
import { endsIn, liesIn, spanOf, type Window } from './days.ts';
import { exact, greatest, quotient, total, written } from './exact.ts';
import { indicators, initiatives } from './registers.ts';
import type { ReadReport } from './readAll.ts';
import { targetIn } from './targets.ts';

/** A report with the answers that count. */
interface Counted {
  report: ReadReport;
  values: Readonly<Record<string, Entry>>;
}
type ValueEntry = Extract<Entry, { kind: 'value' }>;

/** Everything there is to add up, and how it is to be. */
export interface World {
  agreements: readonly Agreement[];
  reports: readonly ReadReport[];
  book: 'official' | 'preview';
}

/** The first agreement of a chain tells it from others. */
export function chainOf(agreements: readonly Agreement[], id: string): { chain: string; order: number } {
  const before = agreements.find((one) => one.id === id)?.succeeds ?? null;
  if (before === null) return { chain: id, order: 0 };
  const { chain, order } = chainOf(agreements, before);
  return { chain, order: order + 1 };
}

/** A chain's last day: the latest that any of its agreements ends. */
export const chainEnd = (agreements: readonly Agreement[], chain: string): string =>
  agreements
    .filter((one) => chainOf(agreements, one.id).chain === chain)
    .map((one) => one.termEnd)
    .reduce((last, end) => (end > last ? end : last));

export const areaOf = (agreement: Agreement): string => initiatives[agreement.initiativeId] ?? '';

/** The indicators of some areas in a window as the contract shows them, counted from the versions themselves. */
export function figures(world: World, areas: readonly string[], window: Window): unknown[] {
  return indicators.flatMap((indicator) => {
    const lies = indicator.kind === 'stock' ? endsIn : liesIn;
    const asked = world.reports.filter(
      (report) =>
        lies(report.period, window) &&
        areas.includes(areaOf(report.agreement)) &&
        report.agreement.indicators.some((one) => one.indicatorId === indicator.id),
    );
    return asked.length === 0 ? [] : [figure(world, areas, window, indicator, asked)];
  });
}

function figure(
  world: World,
  areas: readonly string[],
  window: Window,
  indicator: Indicator,
  asked: readonly ReadReport[],
) {
  const answers = counted(world, asked).flatMap(({ values }) => values[indicator.id] ?? []);
  const values = answers.flatMap((entry) => (entry.kind === 'value' ? [entry] : []));
  const sum = total(values.map((entry) => exact(entry.value)));
  const inForce = indicator.kind === 'stock' ? stock(world, areas, window, indicator.id) : undefined;
  return {
    id: indicator.id,
    kind: indicator.kind,
    ...headline(indicator, answers, values, sum, inForce),
    target: targetIn(world.agreements, areas, window, indicator),
    contributions: answers.filter(({ kind }) => kind === 'value' || kind === 'ratio' || kind === 'choice').length,
    notApplicable: answers.filter(({ kind }) => kind === 'notApplicable').length,
    notYetKnown: answers.filter(({ kind }) => kind === 'notYetKnown').length,
    carriedForward: inForce && inForce.values.length > 0 ? written(inForce.carried) : null,
    leftOut: inForce?.leftOut ?? 0,
    breakdowns: breakdowns(indicator, inForce?.values ?? values),
  };
}

function headline(
  indicator: Indicator,
  answers: readonly Entry[],
  values: readonly ValueEntry[],
  sum: bigint,
  inForce: ReturnType<typeof stock> | undefined,
): object {
  switch (indicator.kind) {
    case 'flow':
      return { value: values.length > 0 ? written(sum) : null };
    case 'stock':
      return {
        value: inForce && inForce.values.length > 0 ? written(total(inForce.values.map((e) => exact(e.value)))) : null,
      };
    case 'unique':
      return {
        range:
          values.length > 0
            ? { min: written(greatest(values.map((entry) => exact(entry.value)))), max: written(sum) }
            : null,
      };
    case 'ratio': {
      const ratios = answers.flatMap((entry) => (entry.kind === 'ratio' ? [entry] : []));
      if (ratios.length === 0) return { ratio: null };
      const numerator = total(ratios.map((entry) => exact(entry.numerator)));
      const denominator = total(ratios.map((entry) => exact(entry.denominator)));
      const value =
        denominator === 0n ? null : quotient(numerator, denominator, indicator.scale ?? '1', indicator.decimals);
      return { ratio: { numerator: written(numerator), denominator: written(denominator), value } };
    }
    case 'text': {
      const choices: Record<string, number> = {};
      for (const entry of answers) {
        if (entry.kind === 'choice') choices[entry.choice] = (choices[entry.choice] ?? 0) + 1;
      }
      return { choices };
    }
  }
}

/** The reports of these that count in the book, with the answers of the version that does. */
export function counted({ book }: Pick<World, 'book'>, reports: readonly ReadReport[]): Counted[] {
  return reports.flatMap((report) => {
    const number = book === 'preview' && report.state === 'submitted' ? report.version : report.officialVersion;
    if (number === null) return [];
    const version = report.versions.find((one) => one.version === number);
    if (!version) throw new Error(`${report.agreementId} ${report.period} lacks version ${number}`);
    return [{ report, values: version.answers.values }];
  });
}

/** Of each chain its latest value whose period ends in the window; a chain that ended before the window's last day is left out. */
function stock(world: World, areas: readonly string[], window: Window, indicatorId: string) {
  const latest = new Map<string, { report: ReadReport; entry: ValueEntry; order: number }>();
  for (const { report, values } of counted(world, world.reports)) {
    const entry = values[indicatorId];
    if (entry?.kind !== 'value' || spanOf(report.period).end > window.end) continue;
    const { chain, order } = chainOf(world.agreements, report.agreementId);
    const known = latest.get(chain);
    const end = spanOf(report.period).end;
    const knownEnd = known ? spanOf(known.report.period).end : '';
    if (!known || end > knownEnd || (end === knownEnd && order > known.order))
      latest.set(chain, { report, entry, order });
  }
  const here = [...latest].filter(
    ([, { report }]) => spanOf(report.period).end >= window.start && areas.includes(areaOf(report.agreement)),
  );
  const running = here.filter(([chain]) => chainEnd(world.agreements, chain) >= window.end);
  const values = running.map(([, { entry }]) => entry);
  const carried = running.flatMap(([, { report, entry }]) =>
    spanOf(report.period).end < window.end ? [exact(entry.value)] : [],
  );
  return { values, carried: total(carried), leftOut: here.length - running.length };
}

/** Each dimension that says anything: its parts, and what is left unsaid of the whole. */
function breakdowns(indicator: Indicator, values: readonly ValueEntry[]): Record<string, unknown> {
  const show = (all: readonly bigint[]) =>
    indicator.kind === 'unique'
      ? { min: written(all.length === 0 ? 0n : greatest(all)), max: written(total(all)) }
      : written(total(all));
  return Object.fromEntries(
    indicator.dimensions.flatMap((dimension) => {
      const parts = new Map<string, bigint[]>();
      const unsaid = values.map((entry) => {
        const given = Object.entries(entry.breakdowns?.[dimension] ?? {});
        for (const [part, value] of given) parts.set(part, [...(parts.get(part) ?? []), exact(value)]);
        return exact(entry.value) - total(given.map(([, value]) => exact(value)));
      });
      const said = [...parts].filter(([, all]) => total(all) !== 0n);
      if (said.length === 0) return [];
      return [
        [
          dimension,
          {
            parts: Object.fromEntries(said.map(([part, all]) => [part, show(all)])),
            missing: show(unsaid),
            suppressed: false,
          },
        ],
      ];
    }),
  );
}
