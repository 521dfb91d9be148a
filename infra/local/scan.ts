import { DynamoDBDocumentClient, ScanCommand, type ScanCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Item, Table } from '@insatskollen/functions/table/client.ts';

/** Reads through the whole table, a page at a time: for the upkeep of one machine, never for a request. */
export async function* scan(table: Table, input: Omit<ScanCommandInput, 'TableName'>): AsyncGenerator<Item> {
  const documents = DynamoDBDocumentClient.from(table.client);
  let from: Item | undefined;
  do {
    const page = await documents.send(
      new ScanCommand({ ...input, TableName: table.name, ...(from ? { ExclusiveStartKey: from } : {}) }),
    );
    yield* page.Items ?? [];
    from = page.LastEvaluatedKey;
  } while (from);
}
