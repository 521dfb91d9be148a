import { isInside, parsePeriod, type Window } from '../calendar/periods.ts';
import type { Decimal } from '../decimal.ts';
import { nothing, takePart, takePartMax, takeTotal, type Gathered } from './accumulate.ts';
import type { Numbers } from './cells.ts';

/** A stored cell as read: its room, sort key and numbers. */
export interface StoredCell {
  room: 'totals' | 'parts';
  sk: string;
  numbers: Numbers;
}

interface StockGathered {
  chains: number;
  value: Decimal | undefined;
  target: Decimal | undefined;
  carriedForward: Decimal | undefined;
  left: number;
  gathered: Gathered;
}

/** Cells of a year or more, sorted by area and native period, so that any window can be taken from them. */
export interface Gathering {
  /** area → period → the coverage numbers of its cell. */
  coverage: Map<string, Map<string, Numbers>>;
  /** area → indicator → period → what was gathered. */
  native: Map<string, Map<string, Map<string, Gathered>>>;
  /** area → stock cells, totals and parts. */
  stock: Map<string, StoredCell[]>;
  /** area → cells of agreements running. */
  running: Map<string, Numbers[]>;
}
export type { StockGathered };

const within = <K, V>(map: Map<K, V>, key: K, make: () => V): V => {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
};

const coverageNames = new Set(['expected', 'state', 'due', 'never', 'answer', 'submittedLate']);

/** Sorts stored cells; names in them are `<kind>:<indicator>[:<detail>]`. */
export function gather(cells: readonly StoredCell[]): Gathering {
  const gathering: Gathering = { coverage: new Map(), native: new Map(), stock: new Map(), running: new Map() };
  for (const cell of cells) {
    const [kind, a = '', b = '', dimension = ''] = cell.sk.split('#');
    if (kind === 'A') within(gathering.running, a, () => []).push(cell.numbers);
    else if (kind === 'S') within(gathering.stock, a, () => []).push(cell);
    else takeNative(gathering, cell, a, b, dimension);
  }
  return gathering;
}

function takeNative(gathering: Gathering, cell: StoredCell, period: string, area: string, dimension: string): void {
  const byIndicator = within(gathering.native, area, () => new Map<string, Map<string, Gathered>>());
  for (const [name, value] of Object.entries(cell.numbers)) {
    const [kind = '', id = '', ...rest] = name.split(':');
    if (coverageNames.has(kind)) {
      within(
        within(gathering.coverage, area, () => new Map<string, Numbers>()),
        period,
        (): Numbers => ({}),
      )[name] = value;
      continue;
    }
    const into = within(
      within(byIndicator, id, () => new Map<string, Gathered>()),
      period,
      nothing,
    );
    if (cell.room === 'totals') takeTotal(into, kind, rest.join(':'), value);
    else if (kind === 'v') takePart(into, dimension, rest.join(':'), value);
    else if (kind === 'm') takePartMax(into, rest[0] ?? '', rest.slice(1).join(':'), value);
    else if (kind === 'small' && Number(value) > 0) into.small.add(dimension);
  }
}

/** Native periods of a map that lie in the window. */
export const inWindow = <V>(byPeriod: Map<string, V> | undefined, window: Pick<Window, 'start' | 'end'>): V[] =>
  [...(byPeriod ?? [])].flatMap(([id, value]) => {
    const period = parsePeriod(id);
    return period && isInside(period, window) ? [value] : [];
  });
