import {
  CreateTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { tableDefinition } from '@insatskollen/functions/table/definition.ts';
import { DatabaseSync } from 'node:sqlite';

/** Creates the table as the definition says, if it is not there. The stream can be left out where nobody reads it: writes are then faster. */
export async function createTable(client: DynamoDBClient, name: string, options: { stream: boolean }): Promise<void> {
  if (await exists(client, name)) return;
  const { partitionKey, sortKey, indexes, ttlAttribute, streamViewType } = tableDefinition;
  const keys = [partitionKey, sortKey, ...indexes.flatMap((index) => [index.partitionKey, index.sortKey])];
  await client.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: keys.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      KeySchema: keySchema(partitionKey, sortKey),
      GlobalSecondaryIndexes: indexes.map((index) => ({
        IndexName: index.name,
        KeySchema: keySchema(index.partitionKey, index.sortKey),
        Projection: { ProjectionType: 'ALL' },
      })),
      ...(options.stream ? { StreamSpecification: { StreamEnabled: true, StreamViewType: streamViewType } } : {}),
    }),
  );
  while (!(await exists(client, name))) await new Promise((done) => setTimeout(done, 20));
  await client.send(
    new UpdateTimeToLiveCommand({
      TableName: name,
      TimeToLiveSpecification: { AttributeName: ttlAttribute, Enabled: true },
    }),
  );
}

/** Gives a table that was filled without one its stream. */
export async function enableStream(client: DynamoDBClient, name: string): Promise<void> {
  const { streamViewType } = tableDefinition;
  await client.send(
    new UpdateTableCommand({
      TableName: name,
      StreamSpecification: { StreamEnabled: true, StreamViewType: streamViewType },
    }),
  );
  while (!(await exists(client, name))) await new Promise((done) => setTimeout(done, 20));
}

async function exists(client: DynamoDBClient, name: string): Promise<boolean> {
  try {
    return (await client.send(new DescribeTableCommand({ TableName: name }))).Table?.TableStatus === 'ACTIVE';
  } catch (error) {
    if (error instanceof Error && error.name === 'ResourceNotFoundException') return false;
    throw error;
  }
}

const keySchema = (partitionKey: string, sortKey: string) => [
  { AttributeName: partitionKey, KeyType: 'HASH' as const },
  { AttributeName: sortKey, KeyType: 'RANGE' as const },
];

/**
 * Gives the embedded engine's stream the index that it lacks, without which each write becomes slower as records pile up.
 * To be done after the table is created; again does nothing.
 */
export function indexStreamRecords(file: string): void {
  const database = new DatabaseSync(file, { timeout: 5_000 });
  try {
    database.exec(
      'CREATE INDEX IF NOT EXISTS stream_records_in_order ON _stream_records(table_name, CAST(sequence_number AS INTEGER))',
    );
  } finally {
    database.close();
  }
}
