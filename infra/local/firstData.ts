import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Deps } from '@insatskollen/functions/deps.ts';
import { newId } from '../server/ids.ts';
import { demoBeginsAt } from './data/read.ts';
import { fileNames } from './dataFolder.ts';
import { startEngine } from './engine.ts';
import { fingerprintOf, root } from './fingerprint.ts';
import { loadDemoReports, loadReference } from './load.ts';
import { embeddedTableName } from './store.ts';
import { createTable, enableStream } from './table.ts';
import { connectTo } from './tableService.ts';

const cache = join(root, '.cache', 'first-data');
/** What the first data are made from: the data, and everything that decides how they lie in the table. */
const sources = [
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
 * seconds, to copy the file takes none. It holds no people, since who may sign in depends on the machine it is copied to.
 */
export async function prepareFirstData(): Promise<string> {
  const file = join(cache, `${fingerprintOf(sources).slice(0, 32)}.db`);
  if (existsSync(file)) return file;
  rmSync(cache, { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
  const making = join(cache, `${process.pid}.db`);
  const engine = await startEngine(making);
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
    // What is there from the beginning is news to nobody, and lies in no stream.
    await enableStream(table.client, table.name);
    table.client.destroy();
  } finally {
    await engine.stop();
  }
  renameSync(making, file);
  return file;
}

/** Puts the first data in a folder that has none. */
export function placeFirstData(file: string, dataDir: string): void {
  const place = join(dataDir, fileNames.table);
  copyFileSync(file, `${place}.new`);
  renameSync(`${place}.new`, place);
}

export const hasData = (dataDir: string): boolean => existsSync(join(dataDir, fileNames.table));
