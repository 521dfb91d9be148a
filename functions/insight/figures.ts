import type { Window } from '@insatskollen/shared/calendar/periods.ts';
import { figuresIn } from '@insatskollen/shared/summary/figures.ts';
import { gather } from '@insatskollen/shared/summary/gather.ts';
import type { Deps } from '../deps.ts';
import type { Library } from '../strategy/library.ts';
import { readCells } from '../summary/readCells.ts';
import { QuotedFigureSchema, type QuotedFigure } from './schemas.ts';

/** An area's official figures in a window as they are now, by indicator, as a text can quote them. Reads two items a year. */
export async function quotableFigures(
  deps: Deps,
  library: Library,
  focusAreas: readonly string[],
  window: Window,
): Promise<Map<string, QuotedFigure>> {
  const { cells } = await readCells(deps.table, window, { book: 'official', parts: false, asOf: undefined });
  const indicators = [...library.indicators.values()];
  const figures = figuresIn(gather(cells), focusAreas, window, indicators, { smallCounts: true });
  return new Map(figures.map((figure) => [figure.id, QuotedFigureSchema.parse(figure)]));
}
