import { dueAt } from '../calendar/deadlines.ts';
import { periodsOfTerm } from '../calendar/periods.ts';
import type { Indicator } from '../indicators/indicator.ts';
import type { Asked, Head } from '../reports/head.ts';
import type { StockTarget } from '../summary/stock.ts';
import type { Terms } from './agreement.ts';
import { closingReports } from './closing.ts';

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

/** The reports that an agreement asks for, one per period of its term and those after it, none of them started. */
export function expectedReports(terms: Terms, place: ChainPlace): Head[] {
  const regular = periodsOfTerm(terms.frequency, terms.termStart, terms.termEnd);
  return [...regular, ...closingReports(terms)].map((period) => ({
    agreementId: terms.id,
    period: period.id,
    periodStart: period.start,
    periodEnd: period.end,
    // What is about a later year is not cut short by the term.
    termEnd: period.start > terms.termEnd ? period.end : terms.termEnd,
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
    extension: null,
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

/** The targets of stock that reports are pinned to, by the last day of each period that has any. */
export function stockTargets(heads: readonly Head[], indicators: ReadonlyMap<string, Indicator>): StockTarget[] {
  return heads.flatMap(({ periodEnd, chainOrder: order, focusArea, asked: all }) => {
    const targets: Record<string, string> = {};
    for (const [id, { periodTarget }] of Object.entries(all))
      if (periodTarget !== null && indicators.get(id)?.kind === 'stock') targets[id] = periodTarget;
    return Object.keys(targets).length > 0 ? [{ periodEnd, order, focusArea, targets }] : [];
  });
}

/** Which version of the agreement each report is pinned to, by period. */
export const pinsOf = (heads: readonly Head[]): Record<string, number> =>
  Object.fromEntries(heads.map(({ period, agreementVersion }) => [period, agreementVersion]));
