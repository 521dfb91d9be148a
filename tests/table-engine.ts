import { startEngine, type Engine } from '@insatskollen/infra/local/engine.ts';
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

/** An empty table of its own, as the product makes it. Its stream is left out unless the test reads it. */
export async function freshTable(options: { stream: boolean } = { stream: false }): Promise<Table> {
  const { endpoint } = await engineOfWorker();
  const table = connectTable({ tableName: `test-${crypto.randomUUID()}`, region: 'eu-north-1', endpoint });
  await createTable(table.client, table.name, options);
  return table;
}
