import { windowOf, type Window } from '../calendar/periods.ts';
import { roundHalfUp, type Decimal } from '../decimal.ts';
import type { Indicator } from '../indicators/indicator.ts';
import type { Gathered } from './accumulate.ts';

/**
 * Targets of a window: flow, the sum of period targets; stock, each chain's last, summed; ratio, only where all agreements share
 * one; unique, only for one agreement and a period or year that has one; else none. `ofPeriod` is what is agreed in the very period
 * that the window is named by, where it is one.
 */
export function targetOf(
  indicator: Indicator,
  all: Gathered,
  ofPeriod: Gathered,
  window: Window,
  stockTarget: Decimal | undefined,
): Decimal | null {
  switch (indicator.kind) {
    case 'flow':
      return all.targets > 0 ? all.target : null;
    case 'stock':
      return stockTarget ?? null;
    case 'ratio': {
      const [shared, ...others] = all.ratioTargets;
      return shared && others.length === 0 ? roundHalfUp(shared, indicator.decimals) : null;
    }
    case 'unique': {
      if (all.severalAgreements || all.agreementPrints.size !== 1) return null;
      if (all.agreed === 1 && ofPeriod.targets > 0) return ofPeriod.target;
      return isCalendarYear(window) && all.yearTargets > 0 ? all.yearTarget : null;
    }
    case 'text':
      return null;
  }
}

const isCalendarYear = (window: Window) => {
  const whole = windowOf(window.start.slice(0, 4), window.start.slice(0, 4));
  return whole?.start === window.start && whole.end === window.end;
};
