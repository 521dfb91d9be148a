import type { Agreement } from '@insatskollen/shared/agreements/agreement.ts';
import { dayOf, daysBetween } from '#lib/format/date.ts';

type Dated = Pick<Agreement, 'id' | 'termStart' | 'termEnd' | 'succeeds'>;

/** Where an agreement's term lies, seen from now. */
export type TermState = 'current' | 'coming' | 'ended';

export function termState({ termStart, termEnd }: Pick<Dated, 'termStart' | 'termEnd'>, now: string): TermState {
  const today = dayOf(now);
  if (termEnd < today) return 'ended';
  return termStart > today ? 'coming' : 'current';
}

const WARN_DAYS = 90;

/** Days left of an agreement that ends soon with no other to follow it (R19); `null` where there is nothing to warn of. */
export function daysLeftWithoutSuccessor(agreement: Dated, all: readonly Dated[], now: string): number | null {
  const days = daysBetween(now, agreement.termEnd);
  const isFollowed = all.some(({ succeeds }) => succeeds === agreement.id);
  return termState(agreement, now) === 'current' && days <= WARN_DAYS && !isFollowed ? days : null;
}
