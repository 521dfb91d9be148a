import { figureColumns, figureLines, type FigureTable, type Naming } from '@insatskollen/shared/exports/figureTable.ts';
import { cellOf, type Cell, type Wording } from '@insatskollen/shared/exports/cells.ts';
import { fieldAt } from '@insatskollen/shared/exports/fields.ts';
import { jsonStat, type JsonStat } from '@insatskollen/shared/exports/jsonStat.ts';
import type { Indicator } from '@insatskollen/shared/indicators/indicator.ts';
import type { Snapshot } from '@insatskollen/shared/publications/snapshot.ts';

/** Published snapshots of one window as a table of figures. */
function tableOf(window: string, snapshots: readonly Snapshot[]): FigureTable {
  const all = <T extends { id: string }>(of: (snapshot: Snapshot) => readonly T[]) =>
    new Map(snapshots.flatMap(of).map((one) => [one.id, one] as const));
  const asOf = snapshots.map((one) => one.asOf).sort();
  const indicators: ReadonlyMap<string, Indicator> = all((one) => one.indicators);
  return {
    ...{ from: window, to: window, asOf: asOf.at(-1) ?? '', include: 'official' },
    synthetic: snapshots.some(({ synthetic }) => synthetic),
    groups: snapshots.map(({ areaId, area, coverage, figures }) => ({
      ...{ id: areaId, name: area.name, coverage, indicators: figures },
    })),
    indicators,
    dimensions: all((one) => one.dimensions),
  };
}

/** The figures as a cube, each area as it was when it was published. */
export function publishedCube(
  window: string,
  snapshots: readonly Snapshot[],
  language: Naming,
): JsonStat & { extension: { publications: { areaId: string; number: number; asOf: string }[] } } {
  const cube = jsonStat(tableOf(window, snapshots), language);
  const publications = snapshots.map(({ areaId, number, asOf }) => ({ areaId, number, asOf }));
  return { ...cube, extension: { ...cube.extension, publications } };
}

/** The figures as rows, each area as of its own instant. */
export function* publishedRows(window: string, snapshots: readonly Snapshot[], wording: Wording): Generator<Cell[]> {
  const language = wording === 'names' ? 'sv' : wording;
  for (const snapshot of snapshots)
    for (const { line } of figureLines(tableOf(window, [snapshot]), language))
      yield figureColumns.map((column) => cellOf(column, fieldAt(line, column.name), wording));
}
