import { dueAt } from '../calendar/deadlines.ts';
import { periodsOfTerm } from '../calendar/periods.ts';
import type { Indicator } from '../indicators/indicator.ts';
import type { Asked, Head } from '../reports/head.ts';
import type { StockTarget } from '../summary/stock.ts';
import type { Terms } from './agreement.ts';

/** Where an agreement stands among its predecessors and successors: the first one's id, and how many came before. */
export interface ChainPlace {
  chain: string;
  order: number;
}

const asked = (terms: Terms, periodId: string): Record<string, Asked> =>
  Object.fromEntries(
    terms.indicators.map(({ indicatorId, breakdowns, targets }) => [
      indicatorId,
      { breakdowns, periodTarget: targets.periods?.[periodId] ?? null, yearTarget: targets.year ?? null },
    ]),
  );

/** The reports that an agreement asks for, one per period of its term, none of them started. */
export function expectedReports(terms: Terms, place: ChainPlace): Head[] {
  return periodsOfTerm(terms.frequency, terms.termStart, terms.termEnd).map((period) => ({
    agreementId: terms.id,
    period: period.id,
    periodStart: period.start,
    periodEnd: period.end,
    termEnd: terms.termEnd,
    actorId: terms.actorId,
    initiativeId: terms.initiativeId,
    focusArea: terms.focusArea,
    chain: place.chain,
    chainOrder: place.order,
    agreementVersion: terms.version,
    asked: asked(terms, period.id),
    state: 'notStarted',
    revision: 0,
    version: 0,
    draftRevision: 0,
    dueAt: dueAt(period, terms.dueDays),
    answerBy: null,
    submittedAt: null,
    submittedBy: null,
    firstSubmittedAt: null,
    firstSubmittedVersion: null,
    approvedAt: null,
    officialVersion: null,
    figuresKept: false,
    approvedVersions: [],
    reviewer: null,
    reopenRequest: null,
    authors: [],
    hasDraft: false,
    remarksOf: null,
    remarkCount: 0,
    openRemarks: 0,
    message: null,
    brief: null,
    eventCount: 0,
    eventHash: null,
  }));
}

/** An agreement's targets of stock, by the last day of each period that has any. */
export function stockTargets(
  terms: Terms,
  place: ChainPlace,
  indicators: ReadonlyMap<string, Indicator>,
): StockTarget[] {
  return periodsOfTerm(terms.frequency, terms.termStart, terms.termEnd).flatMap((period) => {
    const targets: Record<string, string> = {};
    for (const { indicatorId, targets: agreed } of terms.indicators) {
      const target = agreed.periods?.[period.id];
      if (target !== undefined && indicators.get(indicatorId)?.kind === 'stock') targets[indicatorId] = target;
    }
    return Object.keys(targets).length > 0
      ? [{ periodEnd: period.end, order: place.order, focusArea: terms.focusArea, targets }]
      : [];
  });
}
