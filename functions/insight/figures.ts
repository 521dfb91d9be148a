import type { Window } from '@insatskollen/shared/calendar/periods.ts';
import { figuresIn } from '@insatskollen/shared/summary/figures.ts';
import { gather } from '@insatskollen/shared/summary/gather.ts';
import type { Deps } from '../deps.ts';
import type { Library } from '../strategy/library.ts';
import { readCells } from '../summary/readCells.ts';
import { QuotedFigureSchema, type QuotedFigure } from './schemas.ts';

/** An area's official figures in a window as they are now or were at an instant, by indicator, as a text can quote them. Reads two items a year. */
export async function quotableFigures(
  deps: Deps,
  library: Library,
  focusAreas: readonly string[],
  { window, asOf }: { window: Window; asOf: string | undefined },
): Promise<Map<string, QuotedFigure>> {
  const { cells } = await readCells(deps.table, window, { book: 'official', parts: false, asOf });
  const indicators = [...library.indicators.values()];
  const figures = figuresIn(gather(cells), focusAreas, window, indicators, { smallCounts: true });
  return new Map(figures.map((figure) => [figure.id, QuotedFigureSchema.parse(figure)]));
}
