import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Deps } from '@insatskollen/functions/deps.ts';
import { beginSearch } from '@insatskollen/functions/search/updating.ts';
import { loadReference } from '../reference/load.ts';
import { newId } from '../server/ids.ts';
import { demoBeginsAt } from './data/read.ts';
import { fileNames } from './dataFolder.ts';
import { startEngine } from './engine.ts';
import { fingerprintOf, root } from './fingerprint.ts';
import { loadDemoReports } from './load.ts';
import { embeddedTableName } from './store.ts';
import { createTable, enableStream } from './table.ts';
import { connectTo } from './tableService.ts';

const usualCache = join(root, '.cache', 'first-data');
/** What the first data are made from: the data, and everything that decides how they lie in the table. */
const sources = [
  'infra/reference',
  'infra/local/data',
  'infra/local/load.ts',
  'infra/local/people.ts',
  'infra/local/table.ts',
  'functions',
  'shared',
  'package-lock.json',
];

/**
 * A table file with the reference data and the demo's reports, made once for these very sources: to load them anew takes several
 * seconds, to copy the file takes none. It holds no people, since who may sign in depends on the machine it is copied to. Several
 * may make it at the same time: each beside, and whole ones are moved into place.
 */
export async function prepareFirstData(cache = usualCache): Promise<string> {
  const name = `${fingerprintOf(sources).slice(0, 32)}.db`;
  const file = join(cache, name);
  if (existsSync(file)) return file;
  const beside = mkdtempSync(join(tmpdir(), 'insatskollen-first-data-'));
  try {
    const making = join(beside, name);
    await make(making);
    mkdirSync(cache, { recursive: true });
    for (const old of readdirSync(cache)) if (old.endsWith('.db') && old !== name) rmSync(join(cache, old));
    const whole = `${file}.${process.pid}`;
    copyFileSync(making, whole);
    renameSync(whole, file);
  } finally {
    rmSync(beside, { recursive: true });
  }
  return file;
}

/** Makes such a file at a place. */
async function make(file: string): Promise<void> {
  const engine = await startEngine(file);
  try {
    const table = connectTo(engine.endpoint, embeddedTableName);
    await createTable(table.client, table.name, { stream: false });
    const now = () => new Date(demoBeginsAt());
    const settings = {
      stage: 'local',
      origin: 'http://localhost',
      demo: true,
      demoClock: true,
      openId: { issuer: 'http://localhost', clientId: '', clientSecret: '' },
    } as const;
    const deps: Deps = { table, businessNow: now, systemNow: now, newId, settings };
    await loadReference(deps);
    await loadDemoReports(deps);
    await beginSearch(deps);
    // What is there from the beginning is news to nobody, and lies in no stream.
    await enableStream(table.client, table.name);
    table.client.destroy();
  } finally {
    await engine.stop();
  }
}

/** Puts the first data in a folder that has none. */
export function placeFirstData(file: string, dataDir: string): void {
  const place = join(dataDir, fileNames.table);
  copyFileSync(file, `${place}.new`);
  renameSync(`${place}.new`, place);
}

export const hasData = (dataDir: string): boolean => existsSync(join(dataDir, fileNames.table));
