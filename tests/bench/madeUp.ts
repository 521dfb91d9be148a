import type { HistoryEvent, ReportHistory } from '@insatskollen/functions/audit/historySchemas.ts';
import { readDemo } from '@insatskollen/infra/local/data/read.ts';
import type { AgreedIndicator, Agreement } from '@insatskollen/shared/agreements/agreement.ts';
import type { Indicator } from '@insatskollen/shared/indicators/indicator.ts';
import type { Answers, Entry } from '@insatskollen/shared/reports/answers.ts';
import type { Library } from '@insatskollen/functions/strategy/library.ts';

/** Every agreement that is loaded asks for these four, in the two years that an overview with its trend reads. */
export const loadedPeriods = ['2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2'] as const;
/** The one period of every agreement that is worked in. */
export const workedPeriod = '2026-Q3';
/** An instant at which all of these can be submitted. */
export const benchNow = '2026-11-20T07:00:00.000Z';

const termOfLoaded = { termStart: '2025-07-01', termEnd: '2026-06-30' };
const termOfWorked = { termStart: '2026-07-01', termEnd: '2026-09-30' };

/** Of each focus area one of the demo's agreements and the texts of one of its reports: what is made up here is shaped like them. */
export interface Shape {
  agreement: Agreement;
  texts: Record<string, string>;
}

/** One shape for each focus area, in the strategy's order; an area without an agreement in the demo borrows another's terms. */
export function shapesOf(library: Library): Shape[] {
  const { agreements, reports } = readDemo();
  return library.focusAreas.map((area, n) => {
    const initiative = [...library.initiatives.values()].find(({ primaryFocusArea }) => primaryFocusArea === area);
    const own = agreements.find(({ initiativeId }) => initiativeId === initiative?.id);
    const agreement = own ?? agreements[n % agreements.length];
    if (!initiative || !agreement) throw new Error(`there is nothing to report on in ${area}`);
    const reported = reports.find(({ agreementId, version }) => agreementId === agreement.id && version !== null);
    return { agreement: { ...agreement, initiativeId: initiative.id }, texts: reported?.answers?.texts ?? {} };
  });
}

/** The n:th agreement to load, or to work in: the shapes in turn, so that every area has as many. */
export function agreementOf(shapes: readonly Shape[], kind: 'loaded' | 'worked', n: number): Agreement {
  const { agreement } = shapeOf(shapes, n);
  const periods = kind === 'loaded' ? loadedPeriods : [workedPeriod];
  return {
    ...agreement,
    ...(kind === 'loaded' ? termOfLoaded : termOfWorked),
    id: `${kind}-${n}`,
    reference: `BENCH-${kind}-${n}`,
    succeeds: null,
    frequency: 'quarterly',
    dueDays: 30,
    indicators: agreement.indicators.map((asked) => ({ ...asked, targets: targetsOf(asked, periods) })),
  };
}

/** The same target each period, so that a ratio's target is shared, as it is where one programme is agreed with many. */
const targetsOf = (asked: AgreedIndicator, periods: readonly string[]): AgreedIndicator['targets'] => {
  const target = Object.values(asked.targets.periods ?? {})[0];
  return { periods: target === undefined ? {} : Object.fromEntries(periods.map((period) => [period, target])) };
};

export const shapeOf = (shapes: readonly Shape[], n: number): Shape => {
  const shape = shapes[n % shapes.length];
  if (!shape) throw new Error('there are no shapes');
  return shape;
};

/** Numbers that vary from report to report and are the same in every run. */
const varied = (seed: number, below: number): number => ((seed * 2654435761) >>> 8) % below;

/** A whole report's answers; the same seed gives the same. */
export function answersOf(shape: Shape, library: Library, seed: number): Answers {
  const values = shape.agreement.indicators.map((asked, place): [string, Entry] => {
    const indicator = library.indicators.get(asked.indicatorId);
    if (!indicator) throw new Error(`${asked.indicatorId} is not in the library`);
    return [asked.indicatorId, entryOf(indicator, asked.breakdowns, library, seed * 31 + place)];
  });
  return { values: Object.fromEntries(values), texts: shape.texts };
}

function entryOf(indicator: Indicator, asked: readonly string[], library: Library, seed: number): Entry {
  switch (indicator.kind) {
    case 'flow':
    case 'stock':
    case 'unique': {
      const value = 40 + varied(seed, 60);
      const breakdowns = asked.map((dimension): [string, Record<string, string>] => {
        const parts = library.dimensions.get(dimension)?.parts ?? [];
        return [dimension, Object.fromEntries(parts.map((part, n) => [part.id, shareOf(value, parts.length, n)]))];
      });
      return { kind: 'value', value: String(value), breakdowns: Object.fromEntries(breakdowns) };
    }
    case 'ratio':
      return { kind: 'ratio', numerator: String(20 + varied(seed, 20)), denominator: '50' };
    case 'text':
      return { kind: 'choice', choice: indicator.options?.[0]?.id ?? '' };
  }
}

/** The n:th of so many nearly equal parts of a whole. */
const shareOf = (whole: number, parts: number, n: number): string =>
  String(Math.floor((whole * (n + 1)) / parts) - Math.floor((whole * n) / parts));

const events = (period: string, seed: number): HistoryEvent[] => {
  const [year = '', quarter = ''] = period.split('-Q');
  // The month after the quarter, minute after minute, so that reports follow each other as they would.
  const from = Date.UTC(Number(year), Number(quarter) * 3, 3);
  const at = (step: number) => new Date(from + (seed * 3 + step) * 4_000).toISOString();
  const reporter = { role: 'reporter', actorId: '' };
  const coordinator = { role: 'coordinator', actorId: 'region-sormland' };
  return [
    { type: 'draftStarted', at: at(0), by: reporter },
    { type: 'submitted', version: 1, at: at(1), by: reporter },
    { type: 'approved', version: 1, at: at(2), by: coordinator },
  ];
};

/** A report that was written, submitted and approved. */
export const approvedReport = (agreementId: string, period: string, answers: Answers, seed: number): ReportHistory => ({
  agreementId,
  period,
  version: 1,
  answers,
  previousVersions: [],
  events: events(period, seed),
});
