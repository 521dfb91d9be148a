import type { Question, Terms } from '@insatskollen/shared/agreements/agreement.ts';
import type { Dimension, Indicator } from '@insatskollen/shared/indicators/indicator.ts';

/** One number that a report asks for, with everything its field needs to be drawn and read. */
export interface AskedIndicator {
  indicator: Indicator;
  required: boolean;
  /** The ways to break it down that the agreement asks for. */
  dimensions: Dimension[];
  /** What was agreed for this very period; `null` where nothing was. */
  target: string | null;
  yearTarget: string | null;
}

/** Everything that one report asks for, in the agreement's order. */
export interface AskedOf {
  indicators: AskedIndicator[];
  questions: Question[];
}

interface Library {
  indicators: readonly Indicator[];
  dimensions: readonly Dimension[];
}

/** What the terms ask for in one period. An indicator that the library no longer knows is left out: nobody can answer it. */
export function askedOf(terms: Pick<Terms, 'indicators' | 'questions'>, period: string, library: Library): AskedOf {
  const indicators = terms.indicators.flatMap(({ indicatorId, required, breakdowns, targets }): AskedIndicator[] => {
    const indicator = library.indicators.find(({ id }) => id === indicatorId);
    if (!indicator) return [];
    const dimensions = indicator.kind === 'ratio' ? [] : library.dimensions.filter(({ id }) => breakdowns.includes(id));
    return [
      { indicator, required, dimensions, target: targets.periods?.[period] ?? null, yearTarget: targets.year ?? null },
    ];
  });
  return { indicators, questions: terms.questions };
}
