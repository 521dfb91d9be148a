import type { Agreement } from '@insatskollen/shared/agreements/agreement.ts';
import { dayOf } from '#lib/format/date.ts';

/** Where an agreement's term lies, seen from now. */
export type TermState = 'current' | 'coming' | 'ended';

export function termState({ termStart, termEnd }: Pick<Agreement, 'termStart' | 'termEnd'>, now: string): TermState {
  const today = dayOf(now);
  if (termEnd < today) return 'ended';
  return termStart > today ? 'coming' : 'current';
}
