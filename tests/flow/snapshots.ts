import { SummarySchema } from '@insatskollen/functions/summary/schemas.ts';
import { expect } from 'vitest';
import { read, type House } from './house.ts';
import type { Chance } from './trouble.ts';
import { windows } from './windows.ts';

interface Snapshot {
  path: string;
  at: string;
  groups: unknown;
}

/** Remembers what the summary answered at each instant, to ask for it again when much has happened since. */
export function openAlbum(house: House, roll: Chance) {
  const snapshots: Snapshot[] = [];
  const look = async (path: string) => (await read(house.door, SummarySchema, 'kim', path)).groups;
  return {
    async take(): Promise<void> {
      const at = new Date(house.clock.now).toISOString();
      const chosen = windows.filter(() => roll() < 0.3);
      const paths = chosen.map(({ from, to }) => `/summary?from=${from}&to=${to}`);
      snapshots.push(...(await Promise.all(paths.map(async (path) => ({ path, at, groups: await look(path) })))));
    },
    async compare(): Promise<void> {
      for (const { path, at, groups } of snapshots) {
        expect(await look(`${path}&asOf=${encodeURIComponent(at)}`), `${path} as of ${at}`).toEqual(groups);
      }
    },
  };
}
