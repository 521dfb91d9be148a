import { period, type Window } from '@insatskollen/shared/calendar/periods.ts';
import type { Indicator } from '@insatskollen/shared/indicators/indicator.ts';
import { quotedFor } from '@insatskollen/shared/publications/quoted.ts';
import type { PublicFigure } from '@insatskollen/shared/publications/publicFigure.ts';
import { publicFigures } from '@insatskollen/shared/publications/relatedFigures.ts';
import { SnapshotSchema, type PublicStrategy, type Snapshot } from '@insatskollen/shared/publications/snapshot.ts';
import { sumsOf } from '@insatskollen/shared/publications/sums.ts';
import { coverageIn } from '@insatskollen/shared/summary/coverage.ts';
import { figuresIn } from '@insatskollen/shared/summary/figures.ts';
import { gather } from '@insatskollen/shared/summary/gather.ts';
import type { Deps } from '../deps.ts';
import type { Place } from '../insight/assessing.ts';
import { assessmentOf } from '../insight/assessmentStore.ts';
import type { Library } from '../strategy/library.ts';
import { readCells } from '../summary/readCells.ts';
import { publicIn, publishedVersions } from './publicStore.ts';
import type { StoredPublication } from './schemas.ts';

/**
 * What anyone would see of an area in a window were it published now: official figures, through the rule of what may be shown; of a
 * strategic area the sums of what its focus areas have published. `asOf` is for what was published in the past.
 */
export async function proposedSnapshot(
  deps: Deps,
  place: Place,
  now: StoredPublication,
  asOf?: string,
): Promise<Snapshot> {
  const { library, areaId, window } = place;
  const at = deps.businessNow();
  const strategic = library.strategy.strategicAreas.find(
    ({ id, focusAreas }) => id === areaId || focusAreas.some((focus) => focus.id === areaId),
  );
  if (!strategic) throw new Error('the place was not checked');
  const whole = strategic.id === areaId;
  const { figures, coverage, sumOf } = whole ? await sums(deps, place) : await ownFigures(deps, place, at, asOf);
  const assessment = (await assessmentOf(deps.table, areaId, window.from)).published;
  const shown = new Set(figures.flatMap(({ breakdowns }) => Object.keys(breakdowns)));
  const indicators = figures.flatMap(({ id }) => library.indicators.get(id) ?? []);
  const name = strategic.focusAreas.find(({ id }) => id === areaId)?.name ?? strategic.name;
  return SnapshotSchema.parse({
    ...{ areaId, window: window.from, number: (now.published?.number ?? 0) + 1 },
    ...{ publishedAt: at.toISOString(), asOf: at.toISOString(), synthetic: deps.settings.demo },
    area: {
      name,
      groupBy: whole ? 'strategicArea' : 'focusArea',
      strategic: { id: strategic.id, name: strategic.name, order: strategic.order },
    },
    coverage,
    figures,
    indicators: indicators.map(plainIndicator),
    dimensions: [...library.dimensions.values()].filter(({ id }) => shown.has(id)),
    assessment:
      assessment?.direction != null
        ? { direction: assessment.direction, conclusion: quotedFor(assessment.conclusion, figures) }
        : null,
    text: now.text,
    sumOf,
  });
}

/** What a definition says beside its Swedish text is the library's own. */
const plainIndicator = ({ definition, numerator, denominator, ...rest }: Indicator) => ({
  ...rest,
  definition: { sv: definition.sv },
  ...(numerator ? { numerator: { sv: numerator.sv } } : {}),
  ...(denominator ? { denominator: { sv: denominator.sv } } : {}),
});

interface Shown {
  figures: PublicFigure[];
  coverage: Snapshot['coverage'];
  sumOf: Snapshot['sumOf'];
}

async function ownFigures(
  deps: Deps,
  { library, areaId, focusAreas, window }: Place,
  at: Date,
  asOf: string | undefined,
): Promise<Shown> {
  const [{ cells }, versions] = await Promise.all([
    readCells(deps.table, window, { book: 'official', parts: true, asOf }),
    publishedVersions(deps.table, areaId, window.from),
  ]);
  const gathering = gather(cells);
  const official = figuresIn(gathering, focusAreas, window, [...library.indicators.values()], { smallCounts: false });
  const { expected, approved } = coverageIn(gathering, focusAreas, window, at);
  const earlier = versions.map((version) => version.figures);
  const figures = publicFigures(official, library.indicators, window.from, earlier);
  return { figures, coverage: { expected, approved }, sumOf: [] };
}

async function sums(deps: Deps, { library, focusAreas, window }: Place): Promise<Shown> {
  const inWindow = await publicIn(deps.table, window.from);
  const terms = focusAreas.flatMap((id) => inWindow.find(({ areaId }) => areaId === id) ?? []);
  const total = (of: keyof Snapshot['coverage']) => terms.reduce((all, { coverage }) => all + coverage[of], 0);
  return {
    figures: sumsOf(
      terms.map(({ figures }) => figures),
      library.indicators,
    ),
    coverage: { expected: total('expected'), approved: total('approved') },
    sumOf: terms.map(({ areaId, area, number }) => ({ areaId, name: area.name, number })),
  };
}

/** The areas by name, for whoever reads what is public. */
export const strategyOf = ({ strategy }: Library): PublicStrategy => ({
  strategicAreas: strategy.strategicAreas.map(({ id, name, order, vision, focusAreas }) => ({
    ...{ id, name, order, vision },
    focusAreas: focusAreas.map((focus) => ({ id: focus.id, name: focus.name })),
  })),
});

/** Whether a window has begun: of what has not there is nothing to publish. */
export const hasBegun = (window: Window, now: Date): boolean =>
  period(window.from).start <= now.toISOString().slice(0, 10);
