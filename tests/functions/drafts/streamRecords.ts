import type { Table } from '@insatskollen/functions/table/client.ts';
import { z } from 'zod';

const StreamsSchema = z.object({ Streams: z.array(z.object({ StreamArn: z.string() })) });
const StreamSchema = z.object({ StreamDescription: z.object({ Shards: z.array(z.object({ ShardId: z.string() })) }) });
const IteratorSchema = z.object({ ShardIterator: z.string() });
const image = z.record(z.string(), z.unknown());
const RecordSchema = z.looseObject({
  eventName: z.string(),
  dynamodb: z.looseObject({ Keys: z.looseObject({ pk: z.object({ S: z.string() }) }), NewImage: image.optional() }),
});
const RecordsSchema = z.object({ Records: z.array(RecordSchema), NextShardIterator: z.string().nullish() });

/** Everything that the table's stream hands to whoever listens, from its beginning. */
export async function streamRecords(table: Table): Promise<z.infer<typeof RecordSchema>[]> {
  const ask = await streamsOf(table);
  const { Streams } = StreamsSchema.parse(await ask('ListStreams', { TableName: table.name }));
  const records = [];
  for (const { StreamArn } of Streams) {
    const { StreamDescription } = StreamSchema.parse(await ask('DescribeStream', { StreamArn }));
    for (const { ShardId } of StreamDescription.Shards) {
      const from = { StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' };
      let at: string | null | undefined = IteratorSchema.parse(await ask('GetShardIterator', from)).ShardIterator;
      while (at) {
        const page: z.infer<typeof RecordsSchema> = RecordsSchema.parse(await ask('GetRecords', { ShardIterator: at }));
        records.push(...page.Records);
        at = page.Records.length > 0 ? page.NextShardIterator : undefined;
      }
    }
  }
  return records;
}

/** The engine's stream over plain HTTP: it asks for a signature and does not look at it. */
async function streamsOf(table: Table) {
  const endpoint = await table.client.config.endpoint?.();
  if (!endpoint) throw new Error('the table has no address');
  const { protocol, hostname, port } = endpoint;
  return async (question: string, body: object): Promise<unknown> => {
    const answer = await fetch(`${protocol}//${hostname}:${port}/`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': `DynamoDBStreams_20120810.${question}`,
        'x-amz-date': '20260101T000000Z',
        authorization:
          'AWS4-HMAC-SHA256 Credential=local/20260101/eu-north-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
      },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${question} answered ${answer.status}: ${await answer.text()}`);
    return answer.json();
  };
}
