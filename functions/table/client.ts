import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  BatchWriteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  type BatchWriteCommandOutput,
  type GetCommandOutput,
  type PutCommandInput,
  type QueryCommandInput,
  type QueryCommandOutput,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { ConditionFailed, retrying, type Pause } from './retry.ts';

export type Item = Record<string, unknown>;
export type Key = { pk: string; sk: string };
export type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];
export type QueryInput = Omit<QueryCommandInput, 'TableName'>;

type Command = GetCommand | PutCommand | QueryCommand | BatchGetCommand | BatchWriteCommand | TransactWriteCommand;
const BATCH = 25;
/** DynamoDB answers within milliseconds or not at all, and people wait; an engine on a machine that is busy with much else may take long. */
const PATIENCE_MS = { dynamoDb: 4_000, engine: 30_000 };
/** The one thing that leaves this process: tests wrap it to count, to fail and to lose answers. */
export type Send = (command: Command) => Promise<unknown>;

/** The table as features use it. Numbers come back as exact decimals (`NumberValue`), never as floating point. */
export interface Table {
  get(key: Key, options?: { consistent?: boolean }): Promise<Item | undefined>;
  /** Items in the order of the keys; `undefined` where there is none. At most 100 keys. */
  getMany(keys: Key[]): Promise<(Item | undefined)[]>;
  query(input: QueryInput): Promise<{ items: Item[]; lastKey: Item | undefined }>;
  /** Every page of a query that is known to be bounded. */
  queryAll(input: QueryInput): Promise<Item[]>;
  put(input: Omit<PutCommandInput, 'TableName'>): Promise<void>;
  /** Puts any number of items, in batches, in no order and without conditions: for loading. */
  putAll(items: readonly Item[]): Promise<void>;
  /** All or nothing; throws `ConditionFailed` naming the writes whose condition did not hold. */
  transact(writes: TransactWrite[]): Promise<void>;
  /** The same table with another way out, for tests. */
  through(wrap: (send: Send) => Send): Table;
  name: string;
  client: DynamoDBClient;
}

/** A write without the table's name, which is filled in here. */
export type TransactWrite =
  | { Put: Omit<NonNullable<Write['Put']>, 'TableName'> }
  | { Update: Omit<NonNullable<Write['Update']>, 'TableName'> }
  | { Delete: Omit<NonNullable<Write['Delete']>, 'TableName'> }
  | { ConditionCheck: Omit<NonNullable<Write['ConditionCheck']>, 'TableName'> };

export interface TableSettings {
  tableName: string;
  region: string;
  endpoint?: string | undefined;
  pause?: Pause;
  /** How long one request may go unanswered, in milliseconds. */
  patienceMs?: number;
}

/** Connects to the table; nothing is sent until the first question. */
export function connectTable(settings: TableSettings): Table {
  const patience = settings.patienceMs ?? (settings.endpoint ? PATIENCE_MS.engine : PATIENCE_MS.dynamoDb);
  const client = new DynamoDBClient({
    region: settings.region,
    requestHandler: { requestTimeout: patience, throwOnRequestTimeout: true },
    maxAttempts: 1, // all retrying is ours (retry.ts), so that it is the same for every command and can be tested
    ...(settings.endpoint
      ? { endpoint: settings.endpoint, credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }
      : {}),
  });
  // It copies every answer for a log that nobody keeps, which is a tenth of what showing figures costs.
  client.middlewareStack.remove('loggerMiddleware');
  const documents = DynamoDBDocumentClient.from(client, {
    marshallOptions: { removeUndefinedValues: true },
    unmarshallOptions: { wrapNumbers: true },
  });
  const send: Send = (command) =>
    command instanceof QueryCommand
      ? documents.send(command)
      : command instanceof TransactWriteCommand
        ? documents.send(command)
        : command instanceof GetCommand
          ? documents.send(command)
          : command instanceof BatchGetCommand
            ? documents.send(command)
            : command instanceof BatchWriteCommand
              ? documents.send(command)
              : documents.send(command);
  return tableOver(client, settings, send);
}

function tableOver(client: DynamoDBClient, settings: TableSettings, send: Send): Table {
  const TableName = settings.tableName;
  const run = <T>(command: Command): Promise<T> => retrying(() => send(command) as Promise<T>, settings.pause);
  const table: Table = {
    name: TableName,
    client,
    async get(key, options) {
      const answer = await run<GetCommandOutput>(
        new GetCommand({ TableName, Key: key, ConsistentRead: options?.consistent ?? true }),
      );
      return answer.Item;
    },
    async getMany(keys) {
      const found = new Map<string, Item>();
      let wanted: Key[] = keys;
      while (wanted.length > 0) {
        const answer = await run<{
          Responses?: Record<string, Item[]>;
          UnprocessedKeys?: Record<string, { Keys?: Item[] }>;
        }>(new BatchGetCommand({ RequestItems: { [TableName]: { Keys: wanted, ConsistentRead: true } } }));
        for (const item of answer.Responses?.[TableName] ?? [])
          found.set(`${String(item['pk'])}\n${String(item['sk'])}`, item);
        wanted = (answer.UnprocessedKeys?.[TableName]?.Keys ?? []).map((k) => ({
          pk: String(k['pk']),
          sk: String(k['sk']),
        }));
      }
      return keys.map((key) => found.get(`${key.pk}\n${key.sk}`));
    },
    async query(input) {
      const answer = await run<QueryCommandOutput>(new QueryCommand({ ...input, TableName }));
      return { items: answer.Items ?? [], lastKey: answer.LastEvaluatedKey };
    },
    async queryAll(input) {
      const items: Item[] = [];
      let from: Item | undefined;
      do {
        const page = await table.query(from ? { ...input, ExclusiveStartKey: from } : input);
        items.push(...page.items);
        from = page.lastKey;
      } while (from);
      return items;
    },
    async put(input) {
      await run(new PutCommand({ ...input, TableName }));
    },
    async putAll(items) {
      const batches = Array.from({ length: Math.ceil(items.length / BATCH) }, (_, n) =>
        items.slice(n * BATCH, (n + 1) * BATCH),
      );
      const putBatches = async () => {
        for (let batch = batches.pop(); batch; batch = batches.pop()) {
          let requests: { PutRequest: { Item: Item } }[] = batch.map((Item) => ({ PutRequest: { Item } }));
          while (requests.length > 0) {
            const answer = await run<BatchWriteCommandOutput>(
              new BatchWriteCommand({ RequestItems: { [TableName]: requests } }),
            );
            requests = (answer.UnprocessedItems?.[TableName] ?? []).flatMap(({ PutRequest }) =>
              PutRequest?.Item ? [{ PutRequest: { Item: PutRequest.Item } }] : [],
            );
          }
        }
      };
      await Promise.all([putBatches(), putBatches(), putBatches(), putBatches()]);
    },
    async transact(writes) {
      // One token for all tries: where an answer was lost, the engine knows that it already did this.
      const ClientRequestToken = crypto.randomUUID();
      const TransactItems = writes.map((write): Write => {
        if ('Put' in write) return { Put: { ...write.Put, TableName } };
        if ('Update' in write) return { Update: { ...write.Update, TableName } };
        if ('Delete' in write) return { Delete: { ...write.Delete, TableName } };
        return { ConditionCheck: { ...write.ConditionCheck, TableName } };
      });
      await run(new TransactWriteCommand({ TransactItems, ClientRequestToken }));
    },
    through: (wrap) => tableOver(client, settings, wrap(send)),
  };
  return table;
}

export { ConditionFailed };
