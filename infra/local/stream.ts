import { z } from 'zod';
import type { Table } from '@insatskollen/functions/table/client.ts';

const StreamsSchema = z.object({ Streams: z.array(z.object({ StreamArn: z.string() })) });
const StreamSchema = z.object({ StreamDescription: z.object({ Shards: z.array(z.object({ ShardId: z.string() })) }) });
const IteratorSchema = z.object({ ShardIterator: z.string() });
const RecordSchema = z.looseObject({ dynamodb: z.looseObject({ SequenceNumber: z.string() }) });
const RecordsSchema = z.object({ Records: z.array(RecordSchema), NextShardIterator: z.string().nullish() });

/** Up to where each shard has been read: the sequence number of its last record that was taken care of. */
export type Places = Readonly<Record<string, string>>;

/** Some records of one shard, in order, and what has been read once they are taken care of. */
export interface Batch {
  records: z.infer<typeof RecordSchema>[];
  /** The place after a record of it, or after all. */
  placesAfter: (sequenceNumber?: string) => Places;
}

/**
 * Reads the table's stream from where it was read to before; from its beginning what was never read. Asks over plain HTTP: the
 * engine wants a signature and does not look at it.
 */
export async function openStream(table: Table): Promise<(places: Places) => Promise<Batch | undefined>> {
  const ask = await askerOf(table);
  const iterators = new Map<string, string>();
  return async (places) => {
    const { Streams } = StreamsSchema.parse(await ask('ListStreams', { TableName: table.name }));
    const StreamArn = Streams.at(-1)?.StreamArn;
    if (StreamArn === undefined) return undefined;
    const { StreamDescription } = StreamSchema.parse(await ask('DescribeStream', { StreamArn }));
    for (const { ShardId } of StreamDescription.Shards) {
      const iterator = iterators.get(ShardId) ?? (await iteratorFrom(ask, { StreamArn, ShardId }, places[ShardId]));
      // If what follows fails, the next try begins where this one did.
      iterators.delete(ShardId);
      const page = RecordsSchema.parse(await ask('GetRecords', { ShardIterator: iterator, Limit: 100 }));
      const last = page.Records.at(-1)?.dynamodb.SequenceNumber;
      if (last !== undefined)
        return { records: page.Records, placesAfter: (at = last) => ({ ...places, [ShardId]: at }) };
      if (page.NextShardIterator) iterators.set(ShardId, page.NextShardIterator);
    }
    return undefined;
  };
}

type Ask = (question: string, body: object) => Promise<unknown>;

async function iteratorFrom(
  ask: Ask,
  shard: { StreamArn: string; ShardId: string },
  place: string | undefined,
): Promise<string> {
  const beginning = { ...shard, ShardIteratorType: 'TRIM_HORIZON' };
  const after = { ...shard, ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: place };
  const answer = await (place === undefined
    ? ask('GetShardIterator', beginning)
    : // What is older than a day goes; then the oldest that is left comes next. What was told before is not told again.
      ask('GetShardIterator', after).catch(() => ask('GetShardIterator', beginning)));
  return IteratorSchema.parse(answer).ShardIterator;
}

async function askerOf(table: Table): Promise<Ask> {
  const endpoint = await table.client.config.endpoint?.();
  if (!endpoint) throw new Error('the table has no address of its own');
  const { protocol, hostname, port } = endpoint;
  return async (question, body) => {
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
    if (!answer.ok) throw new Error(`${question} answered ${answer.status}`);
    return answer.json();
  };
}
