import type { Initiative } from './initiative.ts';

type Lifecycle = Initiative['lifecycle'];
/** `onward` is the plan's own course; `back` corrects what was said too early, and takes a reason. */
type Move = 'onward' | 'back';

/** Where an initiative can go from each stage of its life. What is not here cannot be done in one step. */
export const lifecycleMoves = {
  potential: { coming: 'onward', ongoing: 'onward', ended: 'onward' },
  coming: { ongoing: 'onward', ended: 'onward', potential: 'back' },
  ongoing: { ended: 'onward', coming: 'back' },
  ended: { ongoing: 'back' },
} as const satisfies Record<Lifecycle, Partial<Record<Lifecycle, Move>>>;

/** How far it is from one stage to another; `undefined` when there is no such way, `same` when nothing moves. */
export function moveBetween(from: Lifecycle, to: Lifecycle): Move | 'same' | undefined {
  const moves: Partial<Record<Lifecycle, Move>> = lifecycleMoves[from];
  return from === to ? 'same' : moves[to];
}
