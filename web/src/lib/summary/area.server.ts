import { error } from '@sveltejs/kit';
import type { Library } from '#lib/server/register.ts';

/** An area of the strategy, of either size, as its pages need it. */
export interface Area {
  id: string;
  name: string;
  /** How the API groups figures for it. */
  groupBy: 'focusArea' | 'strategicArea';
  /** The strategic area that it is or lies in. */
  strategic: { id: string; name: string; order: number; vision: string };
  /** The focus areas in it: itself, for a focus area. */
  focusAreas: { id: string; name: string }[];
  /** Where the plan differs from itself about it. */
  note: string | null;
}

/** The focus area or strategic area with this id; there is no such page otherwise. */
export function areaOr404({ strategy }: Library, id: string): Area {
  for (const { focusAreas, ...strategic } of strategy.strategicAreas) {
    if (strategic.id === id)
      return { id, name: strategic.name, groupBy: 'strategicArea', strategic, focusAreas, note: null };
    const focus = focusAreas.find((one) => one.id === id);
    if (focus) return { id, name: focus.name, groupBy: 'focusArea', strategic, focusAreas: [focus], note: focus.note };
  }
  error(404, { message: '' });
}
