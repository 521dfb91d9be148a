import type { Agreement } from './agreement.ts';
import type { AgreementFault } from './faults.ts';

/** What of the registers decides whether it can still be chosen. */
export interface Choosable {
  actors: ReadonlyMap<string, { endedAt?: string | null | undefined }>;
  indicators: ReadonlyMap<string, { retiredAt?: string | null | undefined }>;
  questions: ReadonlyMap<string, { retiredAt?: string | null | undefined }>;
}

/**
 * What an agreement takes up although it has ended or been retired in the registers. What it had before, `before` in its earlier
 * version, it keeps.
 */
export function checkChosen(agreement: Agreement, before: Agreement | undefined, of: Choosable): AgreementFault[] {
  const had = new Set(before?.indicators.map(({ indicatorId }) => indicatorId));
  return [
    ...(!before && of.actors.get(agreement.actorId)?.endedAt != null
      ? [{ path: 'actorId', code: 'actorEnded' as const }]
      : []),
    ...agreement.indicators.flatMap(({ indicatorId }, n) =>
      of.indicators.get(indicatorId)?.retiredAt != null && !had.has(indicatorId)
        ? [{ path: `indicators.${n}.indicatorId`, code: 'retired' as const }]
        : [],
    ),
    ...agreement.questions.flatMap((id, n) =>
      of.questions.get(id)?.retiredAt != null && !before?.questions.includes(id)
        ? [{ path: `questions.${n}`, code: 'retiredQuestion' as const }]
        : [],
    ),
  ];
}
