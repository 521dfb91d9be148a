import type { Agreement } from './agreement.ts';
import type { AgreementFault } from './faults.ts';

/**
 * What is wrong with an agreement's place among the others: what it succeeds, and whether the same actor has another one about the
 * same initiative for the same time, which would have the same results reported twice.
 */
export function checkPlace(agreement: Agreement, agreements: readonly Agreement[]): AgreementFault[] {
  const others = agreements.filter(({ id }) => id !== agreement.id);
  const overlaps = others.some(
    (other) =>
      other.actorId === agreement.actorId &&
      other.initiativeId === agreement.initiativeId &&
      other.termStart <= agreement.termEnd &&
      other.termEnd >= agreement.termStart,
  );
  const faults: AgreementFault[] = overlaps ? [{ path: 'termStart', code: 'overlaps' }] : [];
  const { succeeds } = agreement;
  if (succeeds === null) return faults;
  const wrong = predecessorFault(agreement, succeeds, others);
  return wrong ? [...faults, { path: 'succeeds', code: wrong }] : faults;
}

function predecessorFault(
  agreement: Agreement,
  succeeds: string,
  others: readonly Agreement[],
): AgreementFault['code'] | undefined {
  const byId = new Map(others.map((other) => [other.id, other]));
  if (succeeds === agreement.id) return 'circular';
  const before = byId.get(succeeds);
  if (!before) return 'unknownPredecessor';
  // The others are already a forest, so a circle can only go by way of this one.
  for (let at: Agreement | undefined = before; at; at = byId.get(at.succeeds ?? ''))
    if (at.succeeds === agreement.id) return 'circular';
  if (before.actorId !== agreement.actorId || before.initiativeId !== agreement.initiativeId) return 'otherPredecessor';
  if (others.some((other) => other.succeeds === succeeds)) return 'alreadySucceeded';
  return before.termEnd >= agreement.termStart ? 'predecessorGoesOn' : undefined;
}
