import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { connectTable, type Table } from '@insatskollen/functions/table/client.ts';
import { join } from 'node:path';
import { fileNames } from './dataFolder.ts';
import { startEngine } from './engine.ts';
import { Hindrance } from './hindrance.ts';
import type { LocalSettings } from './settings.ts';
import { createTable, indexStreamRecords } from './table.ts';

/** Region in name only: the engine is on this machine. */
const REGION = 'eu-north-1';
const ANSWER_WITHIN_MS = 5_000;

/** The folder's table, and the engine that it is in. */
export interface TableService {
  table: Table;
  endpoint: string;
  embedded: boolean;
  /** Fulfilled when the embedded engine has ended; never for someone else's. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

/** Starts the embedded engine on the folder's file, or goes to the engine that was named; the table is created if it is not there. */
export async function openTableService(
  { dataDir, endpoint: named }: Pick<LocalSettings, 'dataDir' | 'endpoint'>,
  tableName: string,
): Promise<TableService> {
  if (named !== undefined) {
    await refuseWrongEngine(named);
    const table = connectTo(named, tableName);
    await createTable(table.client, tableName, { stream: true });
    return {
      table,
      endpoint: named,
      embedded: false,
      ended: new Promise(() => {}),
      stop: async () => table.client.destroy(),
    };
  }
  const file = join(dataDir, fileNames.table);
  const { endpoint, ended, stop } = await startEngine(file);
  const table = connectTo(endpoint, tableName);
  await createTable(table.client, tableName, { stream: true });
  indexStreamRecords(file);
  return {
    table,
    endpoint,
    embedded: true,
    ended,
    async stop() {
      table.client.destroy();
      await stop();
    },
  };
}

/** The table in an engine that runs already. */
export const connectTo = (endpoint: string, tableName: string): Table =>
  connectTable({ tableName, region: REGION, endpoint });

/** Whether something that speaks DynamoDB answers there, said in a sentence when not. */
async function refuseWrongEngine(endpoint: string): Promise<void> {
  const client = new DynamoDBClient({
    region: REGION,
    endpoint,
    maxAttempts: 1,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  try {
    await client.send(new ListTablesCommand({ Limit: 1 }), { abortSignal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
  } catch (error) {
    const away =
      error instanceof Error && ('code' in error || error.name === 'AbortError' || error.name === 'TimeoutError');
    throw new Hindrance(
      away
        ? `Ingen tabellmotor svarar på ${endpoint} (DYNAMODB_ENDPOINT).`
        : `Det som svarar på ${endpoint} (DYNAMODB_ENDPOINT) är ingen DynamoDB-motor.`,
    );
  } finally {
    client.destroy();
  }
}
