import { parsePeriod, windowOf, type Window } from '@insatskollen/shared/calendar/periods.ts';
import type { Published, StrategyData } from '@insatskollen/shared/packs/data.ts';
import { coverageIn } from '@insatskollen/shared/summary/coverage.ts';
import { figuresIn } from '@insatskollen/shared/summary/figures.ts';
import { gather } from '@insatskollen/shared/summary/gather.ts';
import type { Deps } from '../deps.ts';
import { assessmentsEndingIn } from '../insight/assessmentStore.ts';
import { publishedThen } from '../insight/publishedThen.ts';
import { libraryOf } from '../strategy/library.ts';
import { readCells } from '../summary/readCells.ts';
import { groupsOf } from '../summary/answer.ts';
import type { Pack } from './packStore.ts';

/** All that a pack about the strategy says, read as of its instant: the same whenever it is read. */
export async function strategyData(deps: Deps, pack: Pack): Promise<StrategyData> {
  const { language, asOf, choices } = pack;
  const window = windowFor(pack);
  const library = await libraryOf(deps);
  const { cells } = await readCells(deps.table, window, { book: 'official', parts: false, asOf });
  const gathering = gather(cells);
  const indicators = [...library.indicators.values()];
  const at = new Date(asOf);
  const areas = groupsOf(library, 'focusArea').map(({ id, name, focusAreas }) => ({
    id,
    name,
    coverage: coverageIn(gathering, focusAreas, window, at),
    figures: figuresIn(gathering, focusAreas, window, indicators, { smallCounts: false }),
  }));
  return {
    ...{ language, window, asOf, choices, areas, quotes: pack.quotes },
    synthetic: deps.settings.demo,
    strategy: library.strategy,
    indicators: library.indicators,
    assessments: choices.assessments ? await assessmentsFor(deps, window, asOf) : [],
  };
}

/** The window of a pack that was checked to have one. */
function windowFor({ from, to }: Pick<Pack, 'from' | 'to'>): Window {
  const window = windowOf(from, to);
  if (!window) throw new Error('the pack was not checked');
  return window;
}

/** What was published at the instant, of windows that lie in the pack's own; the latest window first, the longer before the shorter. */
async function assessmentsFor(deps: Deps, window: Window, asOf: string): Promise<Published[]> {
  const ending = await assessmentsEndingIn(deps.table, window);
  const inside = ending.filter((one) => (parsePeriod(one.window)?.start ?? '') >= window.start);
  const then = await Promise.all(
    inside.map(async (one) => {
      const published = await publishedThen(deps, one, asOf);
      return published ? [{ ...published, areaId: one.areaId, window: one.window }] : [];
    }),
  );
  return then.flat();
}
