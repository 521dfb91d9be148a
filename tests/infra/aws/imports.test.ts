import {
  BatchGetCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { takeHandOvers } from '@insatskollen/functions/imports/goOn.ts';
import type { Send } from '@insatskollen/functions/table/client.ts';
import { importHoldKey } from '@insatskollen/functions/table/keys.ts';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { openDemoHouse } from '../../functions/demoHouse.ts';
import { filesOf } from '../../functions/imports/house.ts';
import { streamOf } from '../../functions/streamOf.ts';
import { fits, partitionsGranted, resources, templatesOf } from './synthesis.ts';

const { notices } = templatesOf('prod', { alarmEmail: 'drift@insatskollen.example' });
const partitionsOf = (sid: string) => partitionsGranted(notices, 'ImportstakeHandOvers', sid);

test('is told of files that were handed over, and of nothing else, and has a quarter of an hour', () => {
  const { FilterCriteria, FunctionResponseTypes, DestinationConfig } = z
    .object({
      FilterCriteria: z.object({ Filters: z.tuple([z.object({ Pattern: z.string() })]) }),
      FunctionResponseTypes: z.array(z.string()),
      DestinationConfig: z.object({ OnFailure: z.object({ Destination: z.unknown() }) }),
    })
    .parse(
      resources(notices, 'AWS::Lambda::EventSourceMapping').find(({ id }) => id.startsWith('Imports'))?.Properties,
    );
  expect(JSON.parse(FilterCriteria.Filters[0].Pattern)).toEqual({
    eventName: ['MODIFY'],
    dynamodb: {
      Keys: { pk: { S: [importHoldKey.pk] }, sk: { S: [importHoldKey.sk] } },
      NewImage: { handedOver: { BOOL: [true] } },
    },
  });
  expect(FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
  expect(JSON.stringify(DestinationConfig)).toContain('DeadLetters');
  const made = resources(notices, 'AWS::Lambda::Function').find(({ id }) => id.startsWith('Imports'));
  expect(made?.Properties['Timeout']).toBe(900);
});

test('reaches what it reads and writes of the registers, and nothing that it does not', async () => {
  const read = new Set<string>();
  const written = new Set<string>();
  let watching = false;
  let slowSeconds = 0;
  const watch =
    (send: Send): Send =>
    (command) => {
      if (command instanceof TransactWriteCommand) house.pass(slowSeconds / 60);
      if (watching) note(command, read, written);
      return send(command);
    };
  const house = await openDemoHouse(watch);
  const files = filesOf(house);
  const told = await streamOf(house.bare);
  const initiatives = Array.from({ length: 2 }, (_, n) => `ny-${n};Ny ${n};starka-nyforetagande`);
  const agreements = await files.table('agreements');
  const target = await files.table('targets');
  const row = target.find({ agreementId: 'almi-basuppdrag-2026' });
  for (const [kind, file] of [
    ['initiatives', ['id;title;primaryFocusArea', ...initiatives].join('\n')],
    ['agreements', agreements.set(0, { goal: 'Fler som vågar.' }).csv()],
    ['targets', target.set(row, { target: '999' }).csv()],
  ] as const) {
    slowSeconds = 9;
    expect((await files.send(kind, file)).status).toBe(202);
    slowSeconds = 0;
    watching = true;
    const batch = await told();
    expect(await takeHandOvers(house.deps, batch, () => true)).toEqual({ batchItemFailures: [] });
    watching = false;
    expect((await house.call<{ running: unknown }>('samordnare', 'GET', '/imports/progress')).json.running).toBeNull();
  }
  const [mayRead, mayWrite] = [partitionsOf('Read'), partitionsOf('Write')];
  expect([...written].filter((partition) => !mayWrite.some(fits(partition)))).toEqual([]);
  expect([...read].filter((partition) => !mayRead.some(fits(partition)))).toEqual([]);
  const unused = (patterns: string[], used: Set<string>) =>
    patterns.filter((pattern) => ![...used].some((partition) => fits(partition)(pattern)));
  expect(unused(mayWrite, written)).toEqual([]);
  expect(unused(mayRead, new Set([...read, ...written]))).toEqual([]);
});

type Named = { pk?: unknown } | undefined;
function note(command: unknown, read: Set<string>, written: Set<string>): void {
  const put = (set: Set<string>, key: Named) => set.add(String(key?.pk));
  if (command instanceof GetCommand) put(read, command.input.Key);
  else if (command instanceof QueryCommand) read.add(String(command.input.ExpressionAttributeValues?.[':pk']));
  else if (command instanceof BatchGetCommand)
    for (const { Keys } of Object.values(command.input.RequestItems ?? {}))
      for (const key of Keys ?? []) put(read, key);
  else if (command instanceof PutCommand) put(written, command.input.Item);
  else if (command instanceof TransactWriteCommand)
    for (const write of command.input.TransactItems ?? []) put(written, keyOf(write));
  else throw new Error('a command that no handler may send');
}
const keyOf = ({
  Put,
  Update,
  Delete,
  ConditionCheck,
}: NonNullable<TransactWriteCommandInput['TransactItems']>[number]): Named =>
  Put?.Item ?? Update?.Key ?? Delete?.Key ?? ConditionCheck?.Key;
