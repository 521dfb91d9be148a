import type { Agreement } from '@insatskollen/shared/agreements/agreement.ts';
import type { Indicator } from '@insatskollen/shared/indicators/indicator.ts';
import { liesIn, periodsOf, spanOf, type Window } from './days.ts';
import { exact, total, written } from './exact.ts';
import { areaOf, chainEnd, chainOf } from './oracle.ts';

interface Agreed {
  agreement: Agreement;
  period: string;
  /** Of this very period; none is not 0. */
  target: string | undefined;
}

/** The target of a window, from what the agreements say. */
export function targetIn(
  agreements: readonly Agreement[],
  areas: readonly string[],
  window: Window,
  indicator: Indicator,
): string | null {
  const all = agreed(agreements, indicator.id);
  const here = all.filter(({ agreement, period }) => areas.includes(areaOf(agreement)) && liesIn(period, window));
  switch (indicator.kind) {
    case 'flow':
      return sumOf(here.flatMap(({ target }) => target ?? []));
    case 'stock':
      return sumOf(lastOfChains(agreements, all, areas, window));
    case 'ratio': {
      const distinct = new Set(here.map(({ target }) => target ?? null));
      const [shared] = distinct;
      return distinct.size === 1 && typeof shared === 'string' ? shared : null;
    }
    case 'unique': {
      const [first, ...others] = new Set(here.map(({ agreement }) => agreement));
      if (!first || others.length > 0) return null;
      const named = window.from === window.to ? here.find(({ period }) => period === window.from) : undefined;
      if (named?.target !== undefined) return named.target;
      const isYear = window.start.endsWith('-01-01') && window.end === `${window.start.slice(0, 4)}-12-31`;
      const year = first.indicators.find((one) => one.indicatorId === indicator.id)?.targets.year;
      return isYear ? (year ?? null) : null;
    }
    case 'text':
      return null;
  }
}

const agreed = (agreements: readonly Agreement[], indicatorId: string): Agreed[] =>
  agreements.flatMap((agreement) =>
    agreement.indicators
      .filter((one) => one.indicatorId === indicatorId)
      .flatMap(({ targets }) =>
        periodsOf(agreement.frequency, { start: agreement.termStart, end: agreement.termEnd }).map((period) => ({
          agreement,
          period,
          target: targets.periods?.[period],
        })),
      ),
  );

const sumOf = (targets: readonly string[]): string | null =>
  targets.length > 0 ? written(total(targets.map(exact))) : null;

/** Of each chain that goes on to the window's last day, its last target whose period ends in the window. */
function lastOfChains(
  agreements: readonly Agreement[],
  all: readonly Agreed[],
  areas: readonly string[],
  window: Window,
) {
  const last = new Map<string, { target: string; end: string; order: number; area: string }>();
  for (const { agreement, period, target } of all) {
    const { chain, order } = chainOf(agreements, agreement.id);
    const { end } = spanOf(period);
    const known = last.get(chain);
    if (target === undefined || end > window.end || chainEnd(agreements, chain) < window.end) continue;
    if (!known || end > known.end || (end === known.end && order > known.order))
      last.set(chain, { target, end, order, area: areaOf(agreement) });
  }
  return [...last.values()].flatMap(({ target, end, area }) =>
    end >= window.start && areas.includes(area) ? [target] : [],
  );
}
