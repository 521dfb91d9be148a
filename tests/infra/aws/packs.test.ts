import { BatchGetCommand, GetCommand, PutCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { Send } from '@insatskollen/functions/table/client.ts';
import { packsPrefix } from '@insatskollen/functions/table/keys.ts';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { openPackHouse, publishAnew } from '../../functions/packs/house.ts';
import { fits, partitionsGranted, resources, templatesOf } from './synthesis.ts';

const { notices } = templatesOf('prod', { alarmEmail: 'drift@insatskollen.example' });
const partitionsOf = (sid: string) => partitionsGranted(notices, 'PackstakePacks', sid);

test('is told of packs that wait, and of nothing else, and has a quarter of an hour', () => {
  const { FilterCriteria, FunctionResponseTypes, DestinationConfig } = z
    .object({
      FilterCriteria: z.object({ Filters: z.tuple([z.object({ Pattern: z.string() })]) }),
      FunctionResponseTypes: z.array(z.string()),
      DestinationConfig: z.object({ OnFailure: z.object({ Destination: z.unknown() }) }),
    })
    .parse(resources(notices, 'AWS::Lambda::EventSourceMapping').find(({ id }) => id.startsWith('Packs'))?.Properties);
  expect(JSON.parse(FilterCriteria.Filters[0].Pattern)).toEqual({
    eventName: ['INSERT', 'MODIFY'],
    dynamodb: { Keys: { pk: { S: [{ prefix: packsPrefix }] } }, NewImage: { state: { S: ['queued'] } } },
  });
  expect(FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
  expect(JSON.stringify(DestinationConfig)).toContain('DeadLetters');
  const made = resources(notices, 'AWS::Lambda::Function').find(({ id }) => id.startsWith('Packs'));
  expect(made?.Properties['Timeout']).toBe(900);
});

test('reaches what packs are made from and are kept in, never a draft, and nothing that it does not', async () => {
  const seen = { read: new Set<string>(), written: new Set<string>(), index: new Set<string>() };
  let watching = false;
  const watch =
    (send: Send): Send =>
    (command) => {
      if (watching) note(command, seen);
      return send(command);
    };
  const house = await openPackHouse(watch);
  await house.call('samordnare', 'POST', '/dialogues', {
    actorId: 'stua',
    day: '2026-12-03',
    reports: [{ agreementId: 'stua-turism-2026', period: '2026-Q3' }],
  });
  await publishAnew(house);
  const wanted = [
    { kind: 'board', asOf: '2026-09-30' },
    { kind: 'yearly' },
    { kind: 'dialogue', dialogue: 'dialog-almi-2026-12' },
    // Of a report that is submitted and not approved, and terms that nobody has read before.
    { kind: 'dialogue', actor: 'stua' },
  ];
  for (const body of wanted) {
    const { json } = await house.ask(body);
    // What was read lately is not read again.
    house.pass(1);
    watching = true;
    expect(await house.make()).toEqual({ batchItemFailures: [] });
    watching = false;
    expect((await house.read(json.id)).state).toBe('done');
  }
  const [mayRead, mayWrite, mayIndex] = [partitionsOf('Read'), partitionsOf('Write'), partitionsOf('Indexes')];
  const outside = (patterns: string[], used: Set<string>) =>
    [...used].filter((partition) => !patterns.some(fits(partition)));
  expect(outside(mayWrite, seen.written)).toEqual([]);
  expect(outside(mayRead, seen.read)).toEqual([]);
  expect(outside(mayIndex, seen.index)).toEqual([]);
  expect(mayRead.some(fits('DRAFT#almi-basuppdrag-2026#2026-Q3'))).toBe(false);
  const unused = (patterns: string[], used: Set<string>) =>
    patterns.filter((pattern) => ![...used].some((partition) => fits(partition)(pattern)));
  expect(unused(mayWrite, seen.written)).toEqual([]);
  expect(unused(mayRead, new Set([...seen.read, ...seen.written]))).toEqual([]);
  expect(unused(mayIndex, seen.index)).toEqual([]);
});

type Named = { pk?: unknown } | undefined;
function note(command: unknown, { read, written, index }: Record<'read' | 'written' | 'index', Set<string>>): void {
  const put = (set: Set<string>, key: Named) => set.add(String(key?.pk));
  if (command instanceof GetCommand) put(read, command.input.Key);
  else if (command instanceof QueryCommand)
    (command.input.IndexName === undefined ? read : index).add(
      String(command.input.ExpressionAttributeValues?.[':pk']),
    );
  else if (command instanceof BatchGetCommand)
    for (const { Keys } of Object.values(command.input.RequestItems ?? {}))
      for (const key of Keys ?? []) put(read, key);
  else if (command instanceof PutCommand) put(written, command.input.Item);
  else if (command instanceof TransactWriteCommand)
    for (const { Put } of command.input.TransactItems ?? []) put(written, Put?.Item);
  else throw new Error('a command that no handler may send');
}
