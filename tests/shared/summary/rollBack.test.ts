import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { yearsOf, windowOf } from '@insatskollen/shared/calendar/periods.ts';
import { coverageIn } from '@insatskollen/shared/summary/coverage.ts';
import { cellAddress, difference, type Cells, type CellAddress } from '@insatskollen/shared/summary/cells.ts';
import { figuresIn } from '@insatskollen/shared/summary/figures.ts';
import { gather, type StoredCell } from '@insatskollen/shared/summary/gather.ts';
import { rollBack, rollForward, type LedgerEntry, type MaximumMoved } from '@insatskollen/shared/summary/rollBack.ts';
import { always } from '../always.ts';
import { indicators } from '../samples.ts';
import { areas, cellsOf, headIn, standings, values, worlds, type CellOfYear, type World } from './world.ts';

const at = new Date('2025-09-01T12:00:00Z');
const whole = windowOf('2024', '2026') ?? { from: '', to: '', start: '', end: '' };

/** What one moment changes: a report gets another standing and other answers, or a whole agreement with its reports is saved. */
const steps = fc.array(fc.record({ report: fc.nat(), values, standing: standings, saved: fc.boolean() }), {
  minLength: 1,
  maxLength: 6,
});

/** The world as it is after each step: agreements are saved one after another, the first from the beginning. */
function history(world: World, moments: typeof steps extends fc.Arbitrary<infer T> ? T : never): World[] {
  let known = 1;
  let reports = world.reports;
  const shown = (): World => {
    const chains = world.chains.slice(0, known);
    return { chains, reports: reports.filter(({ head }) => chains.some(({ id }) => id === head.chain)) };
  };
  const worldsSoFar = [shown()];
  for (const { report, values: given, standing, saved } of moments) {
    if (saved) known += 1;
    const index = report % reports.length;
    reports = reports.map((one, n) => {
      if (n !== index) return one;
      const asked = Object.entries(given).filter(([id]) => id in one.head.asked);
      return { head: headIn(one.head, standing), values: Object.fromEntries(asked) };
    });
    worldsSoFar.push(shown());
  }
  return worldsSoFar;
}

type Room = ReadonlyMap<CellAddress, CellOfYear>;
const byAddress = (cells: readonly CellOfYear[], year: string): Room =>
  new Map(cells.filter((cell) => cell.year === year).map((cell) => [cellAddress(cell.room, year, cell.sk), cell]));
const isLargest = (address: CellAddress) => address.split('/')[2]?.startsWith('M#') === true;
const numbersOf = (room: Room, wanted: (address: CellAddress) => boolean): Cells =>
  new Map([...room].flatMap(([address, { numbers }]) => (wanted(address) ? [[address, numbers] as const] : [])));

/** What the ledger keeps of a step in one year: what was added, and each largest answer that moved. */
function entryOf(before: Room, after: Room, revision: number): LedgerEntry {
  const sums = (room: Room) => numbersOf(room, (address) => !isLargest(address));
  const largest = (room: Room) => numbersOf(room, isLargest);
  const maxima: MaximumMoved[] = [];
  const [old, now] = [largest(before), largest(after)];
  for (const address of new Set([...old.keys(), ...now.keys()])) {
    for (const name of new Set([...Object.keys(old.get(address) ?? {}), ...Object.keys(now.get(address) ?? {})])) {
      const [was, is] = [old.get(address)?.[name] ?? null, now.get(address)?.[name] ?? null];
      if (was !== is) maxima.push({ at: address, name, before: was, after: is, revision });
    }
  }
  return { added: Object.fromEntries(difference(sums(before), sums(after))), maxima };
}

/** Cells without what is nothing: a number that came back to zero stays in the table, and says nothing. */
const bare = (cells: readonly StoredCell[]) =>
  Object.fromEntries(
    cells
      .map(
        ({ room, sk, numbers }) =>
          [
            `${room}/${sk}`,
            Object.fromEntries(Object.entries(numbers).filter(([, number]) => number !== '0')),
          ] as const,
      )
      .filter(([, numbers]) => Object.keys(numbers).length > 0),
  );
const shownBy = (cells: readonly StoredCell[]) => {
  const gathering = gather(cells);
  const figures = figuresIn(gathering, areas, whole, indicators, { smallCounts: true, trendWithin: whole });
  return { figures, coverage: coverageIn(gathering, areas, whole, at) };
};

/** Each step's cells of a year as the table holds them: nothing that was ever there goes away. */
function tableThrough(moments: readonly World[], year: string) {
  const rooms = moments.map((world) => byAddress(cellsOf(world), year));
  const ledger = rooms.slice(1).map((after, n) => entryOf(rooms[n] ?? new Map(), after, n + 2));
  const start: StoredCell[] = [...(rooms[0]?.values() ?? [])];
  const tables = [start];
  for (const entry of ledger) tables.push(rollForward(tables.at(-1) ?? [], year, entry));
  return { rooms, ledger, tables };
}

describe('the cells of a year', () => {
  test('after every change made to them are those counted from the beginning', () => {
    always(
      fc.property(worlds, steps, (world, moments) => {
        const worldsSoFar = history(world, moments);
        for (const year of yearsOf(whole)) {
          const { rooms, tables } = tableThrough(worldsSoFar, year);
          for (const [n, table] of tables.entries()) expect(bare(table)).toEqual(bare([...(rooms[n]?.values() ?? [])]));
        }
      }),
      60,
    );
  });

  test('with later changes taken back are as they were stored then', () => {
    always(
      fc.property(worlds, steps, (world, moments) => {
        const worldsSoFar = history(world, moments);
        for (const year of yearsOf(whole)) {
          const { ledger, tables } = tableThrough(worldsSoFar, year);
          for (const [n, then] of tables.entries())
            expect(bare(rollBack(tables.at(-1) ?? [], year, ledger.slice(n)))).toEqual(bare(then));
        }
      }),
      60,
    );
  });

  test('rolled back give the figures and coverage that were shown then', () => {
    always(
      fc.property(worlds, steps, (world, moments) => {
        const worldsSoFar = history(world, moments);
        const years = yearsOf(whole).map((year) => ({ year, ...tableThrough(worldsSoFar, year) }));
        for (const [n, then] of worldsSoFar.entries()) {
          const rolled = years.flatMap(({ year, ledger, tables }) =>
            rollBack(tables.at(-1) ?? [], year, ledger.slice(n)),
          );
          expect(shownBy(rolled)).toEqual(shownBy(cellsOf(then)));
        }
      }),
      60,
    );
  });

  test('are rolled back in any order of the ledger, and left as they were', () => {
    always(
      fc.property(worlds, steps, (world, moments) => {
        const { ledger, tables } = tableThrough(history(world, moments), '2025');
        const now = tables.at(-1) ?? [];
        const kept = structuredClone(now);
        expect(rollBack(now, '2025', ledger.toReversed())).toEqual(rollBack(now, '2025', ledger));
        expect(now).toEqual(kept);
      }),
      40,
    );
  });
});
