import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEngine, type Engine } from '@insatskollen/infra/local/engine.ts';
import { prepareFirstData } from '@insatskollen/infra/local/firstData.ts';
import { embeddedTableName } from '@insatskollen/infra/local/store.ts';
import { createTable } from '@insatskollen/infra/local/table.ts';
import { connectTable, type Table } from '@insatskollen/functions/table/client.ts';

let engine: Promise<Engine> | undefined;

/** One engine a worker, in memory; it ends with the worker. */
function engineOfWorker(): Promise<Engine> {
  engine ??= startEngine().then((started) => {
    started.unref();
    return started;
  });
  return engine;
}

const region = 'eu-north-1';

/** An empty table of its own, as the product makes it. Its stream is left out unless the test reads it. */
export async function freshTable(options: { stream: boolean } = { stream: false }): Promise<Table> {
  const { endpoint } = await engineOfWorker();
  const table = connectTable({ tableName: `test-${crypto.randomUUID()}`, region, endpoint });
  await createTable(table.client, table.name, options);
  return table;
}

/** What ends the engines of the file of tests that runs. */
let endings: (() => Promise<void>)[] = [];

/**
 * A table of its own with the first data of a demo: a copy of the file that the product begins with, in an engine that ends with
 * the file of tests. To play the demo into an empty table takes seconds, and most tests begin with it.
 */
export async function demoTable(): Promise<Table> {
  const folder = mkdtempSync(join(tmpdir(), 'insatskollen-demo-'));
  const file = join(folder, 'table.db');
  copyFileSync(await prepareFirstData(), file);
  const started = await startEngine(file);
  started.unref();
  endings.push(async () => {
    await started.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  return connectTable({ tableName: embeddedTableName, region, endpoint: started.endpoint });
}

/** Ends the engines of demo tables: files of tests share a worker, and forty engines at once would fill the machine. */
export async function endDemoTables(): Promise<void> {
  const ending = endings;
  endings = [];
  await Promise.all(ending.map((end) => end()));
}
