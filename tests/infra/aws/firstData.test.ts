import { connectTable } from '@insatskollen/functions/table/client.ts';
import { libraryPartition, type LibraryKind } from '@insatskollen/functions/table/keys.ts';
import { startEngine, type Engine } from '@insatskollen/infra/local/engine.ts';
import { createTable } from '@insatskollen/infra/local/table.ts';
import { readReference } from '@insatskollen/infra/reference/read.ts';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const entry = fileURLToPath(new URL('../../../infra/aws/firstData.ts', import.meta.url));
const link = /https:\/\/insatskollen\.example\/api\/auth\/invitation\?code=[\w-]{20,}/;

describe('the first data of a stage', () => {
  let engine: Engine;
  let environment: Record<string, string>;
  beforeAll(async () => {
    engine = await startEngine();
    environment = {
      PATH: process.env['PATH'] ?? '',
      STAGE: 'test',
      APP_ORIGIN: 'https://insatskollen.example',
      AWS_REGION: 'eu-north-1',
      TABLE_NAME: 'stage',
      AWS_ENDPOINT_URL_DYNAMODB: engine.endpoint,
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
    };
    const table = tableOf(engine);
    await createTable(table.client, 'stage', { stream: false });
    table.client.destroy();
  });
  afterAll(() => engine.stop());

  it('are the registers, once, and a link for an administrator', async () => {
    const first = await run(environment, '--admin', 'anna@region.example');
    expect(first).toMatchObject({ code: 0, errors: '' });
    expect(first.output).toMatch(link);
    const table = tableOf(engine);
    const reference = readReference();
    const library = async () => {
      const kinds = Object.keys(reference) as LibraryKind[];
      const read = (kind: LibraryKind) =>
        table.queryAll({
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': libraryPartition(kind) },
        });
      return (await Promise.all(kinds.map(read))).flat();
    };
    const loaded = await library();
    expect(loaded.map(({ id }) => id)).toEqual(
      Object.values(reference).flatMap((things) => things.map(({ id }) => id)),
    );
    const again = await run(environment, '--admin', 'anna@region.example');
    expect(again.output).toMatch(link);
    expect(again.output).not.toBe(first.output);
    expect(await library()).toEqual(loaded);
    table.client.destroy();
  });

  it.each([
    ['nobody is named', {}, []],
    ['the address is no e-mail address', {}, ['--admin', 'anna']],
    ['the table is not named', { TABLE_NAME: '' }, ['--admin', 'anna@region.example']],
    ['the stage is none that there is', { STAGE: 'local' }, ['--admin', 'anna@region.example']],
    [
      'the product has no https address',
      { APP_ORIGIN: 'http://insatskollen.example' },
      ['--admin', 'a@region.example'],
    ],
  ])('are refused with how to ask when %s', async (_, changed, args) => {
    const { code, output, errors } = await run({ ...environment, ...changed }, ...args);
    expect({ code, output }).toEqual({ code: 1, output: '' });
    expect(errors).toContain('npm run first-data');
  });
});

const tableOf = ({ endpoint }: Engine) => connectTable({ tableName: 'stage', region: 'eu-north-1', endpoint });

async function run(env: Record<string, string>, ...args: string[]) {
  const child = spawn(process.execPath, [entry, ...args], { env });
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (errors += chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output, errors };
}
