import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rasteriserFiles } from '@insatskollen/functions/exports/rasterise.ts';
import { assembleServer } from '@insatskollen/infra/aws/assemble.ts';
import { loadReference } from '@insatskollen/infra/reference/load.ts';
import { buildPages } from '@insatskollen/infra/local/pagesBuild.ts';
import { freePort } from '@insatskollen/infra/local/ports.ts';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { freshTable } from '../../table-engine.ts';
import { only, templatesOf } from './synthesis.ts';

const repository = fileURLToPath(new URL('../../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'insatskollen-assembled-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function madeUp(name: string, files: Record<string, string>): string {
  const made = join(folder, name);
  mkdirSync(made);
  for (const [file, text] of Object.entries(files)) writeFileSync(join(made, file), text);
  return made;
}

describe('what is assembled for the function', () => {
  const server = join(
    madeUp('server', { 'main.ts': `const told: string = 'started';\nconsole.log(told);\n` }),
    'main.ts',
  );

  test('is the server as one file with its pages where it looks for them, and the script that starts it', async () => {
    const pages = madeUp('pages', { 'handler.js': 'export const handler = () => {};', 'handler.js.map': '{}' });
    const assembled = await assembleServer(join(folder, 'small'), { server, pages });
    expect(readdirSync(assembled, { recursive: true }).sort()).toEqual([
      'infra',
      'infra/server',
      'infra/server/main.js',
      'package.json',
      'run.sh',
      'web',
      'web/build',
      'web/build/handler.js',
    ]);
    expect(spawnSync(join(assembled, 'run.sh'), { env: environment(), encoding: 'utf8' }).stdout).toBe('started\n');
  });

  test('draws pictures with what lies beside it, far from any package', async () => {
    const rasterise = join(repository, 'functions/exports/rasterise.ts');
    const program = `import { rasterise } from ${JSON.stringify(rasterise)};
      const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><text x="1" y="15">åäö</text></svg>';
      console.log(Buffer.from(await rasterise(svg)).toString('base64'));`;
    const drawing = join(madeUp('drawing', { 'main.ts': program }), 'main.ts');
    const pages = madeUp('drawing-pages', { 'handler.js': 'export const handler = () => {};' });
    const assembled = await assembleServer(join(folder, 'drawn'), { server: drawing, pages, files: rasteriserFiles });
    const ran = spawnSync(join(assembled, 'run.sh'), { env: environment(), encoding: 'utf8' });
    const { data, width } = PNG.sync.read(Buffer.from(ran.stdout, 'base64'));
    expect(width).toBe(80);
    expect(data.some((byte, at) => at % 4 === 3 && byte > 200)).toBe(true);
  });

  test('is nothing while the pages are not built', async () => {
    const pages = madeUp('no-pages', {});
    await expect(assembleServer(join(folder, 'none'), { server, pages })).rejects.toThrow(
      'The pages are not built: run “npm run build” first.',
    );
  });

  test('is nothing when the pages need a package that would not be there', async () => {
    const pages = madeUp('needy', { 'handler.js': `import { z } from 'zod'; export const handler = z;` });
    await expect(assembleServer(join(folder, 'needy-server'), { server, pages })).rejects.toThrow(
      'The built pages import zod, which would not be there',
    );
  });
});

describe('the real server, assembled and alone, told what the template tells it', () => {
  let running: ChildProcess | undefined;
  let address = '';

  beforeAll(async () => {
    await buildPages(() => {});
    const assembled = await assembleServer(join(folder, 'whole'));
    const table = await freshTable();
    await loadReference({ table, systemNow: () => new Date('2026-11-24T08:00:00Z') });
    const { hostname, port } = await endpointOf(table.client);
    const ownPort = await freePort();
    address = `http://127.0.0.1:${ownPort}`;
    running = spawn(join(assembled, 'run.sh'), {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        ...environment(),
        ...toldByTemplate(),
        PORT: String(ownPort),
        TABLE_NAME: table.name,
        OPENID_ISSUER: 'https://issuer.example',
        OPENID_CLIENT_ID: 'client',
        OPENID_CLIENT_SECRET: 'secret', // in place of the one that would be fetched
        AWS_REGION: 'eu-north-1',
        AWS_ACCESS_KEY_ID: 'local',
        AWS_SECRET_ACCESS_KEY: 'local',
        AWS_ENDPOINT_URL_DYNAMODB: `http://${hostname}:${port}`,
      },
    });
  }, 300_000);

  afterAll(async () => {
    if (running?.exitCode !== null) return;
    running.kill('SIGTERM');
    await once(running, 'exit');
  });

  test('is ready when its table is', async () => {
    const health = await untilAnswered(`${address}/api/health`);
    expect(health.status).toBe(200);
    expect(await health.json()).toMatchObject({ ok: true, demo: false, demoClock: false });
  });

  test('serves pages, and tells browsers to come by https alone', async () => {
    const page = await untilAnswered(`${address}/logga-in`);
    expect(page.status).toBe(200);
    expect(page.headers.get('strict-transport-security')).toBe('max-age=63072000; includeSubDomains');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(await page.text()).toContain('<html lang="sv"');
  });

  test('serves the files of its pages, to be kept by browsers for good', async () => {
    const file = readdirSync(join(folder, 'whole/web/build/client/_app/immutable/entry')).find((name) =>
      name.endsWith('.js'),
    );
    const script = await untilAnswered(`${address}/_app/immutable/entry/${file}`);
    expect(script.status).toBe(200);
    expect(script.headers.get('cache-control')).toContain('immutable');
  });

  test('has what the stream and the schedules run beside it', () => {
    const env = {
      ...environment(),
      STAGE: 'prod',
      APP_ORIGIN: 'https://insatskollen.example',
      AWS_REGION: 'eu-north-1',
    };
    const told = {
      TABLE_NAME: 'table',
      SENDER: 'no-reply@insatskollen.example',
      CONFIGURATION_SET: 'insatskollen-prod',
    };
    const handlersIn = (job: string) => {
      const module = JSON.stringify(join(folder, `whole/infra/server/${job}.js`));
      const script = `import(${module}).then((all) => console.log(Object.keys(all).sort().join()))`;
      return spawnSync(process.execPath, ['-e', script], { env: { ...env, ...told }, encoding: 'utf8' }).stdout;
    };
    expect(handlersIn('notices')).toBe('takeMailEvents,takeStream,tell\n');
    expect(handlersIn('imports')).toBe('takeStream\n');
  });

  test('gives the API to the API', async () => {
    const me = await untilAnswered(`${address}/api/v1/me`);
    expect(me.status).toBe(401);
    expect(me.headers.get('content-type')).toContain('application/problem+json');
  });
});

describe('the command', () => {
  const run = (context: Record<string, string>) =>
    spawnSync(process.execPath, ['infra/aws/app.ts'], {
      cwd: repository,
      encoding: 'utf8',
      env: {
        ...environment(),
        CDK_VALIDATION: 'false',
        CDK_CONTEXT_JSON: JSON.stringify(context),
        CDK_OUTDIR: join(folder, 'out'),
      },
    });

  test('says in a sentence what is wrong, and fails', () => {
    const failed = run({ region: 'us-east-1', domain: 'insatskollen.example', server: folder });
    expect(failed.status).toBe(1);
    expect(failed.stderr).toMatch(/^Stage dev would lie in us-east-1, outside the European Union[^\n]*\n$/);
  });

  test('synthesises without credentials, and without a home', () => {
    const server = madeUp('given', { 'run.sh': '#!/bin/sh\n' });
    const made = run({ region: 'eu-north-1', domain: 'insatskollen.example', stage: 'test', server });
    expect(made.stderr).toBe('');
    expect(made.status).toBe(0);
    expect(existsSync(join(folder, 'out/insatskollen-test.template.json'))).toBe(true);
  });
});

/** Nothing of this process’s own environment but where programs are. */
function environment(): Record<string, string> {
  return { PATH: `${dirname(process.execPath)}:/usr/bin:/bin` };
}

/** What the template says outright; references to other resources are left for the test to fill in. */
function toldByTemplate(): Record<string, string> {
  const { Environment } = only(templatesOf('prod').product, 'AWS::Lambda::Function').Properties;
  const { Variables } = z.object({ Variables: z.record(z.string(), z.unknown()) }).parse(Environment);
  const texts = Object.entries(Variables).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value]] : [],
  );
  return z.record(z.string(), z.string()).parse(Object.fromEntries(texts));
}

async function endpointOf(client: {
  config: { endpoint?: (() => Promise<{ hostname: string; port?: number }>) | undefined };
}) {
  const endpoint = await client.config.endpoint?.();
  if (!endpoint?.port) throw new Error('the table has no endpoint of its own');
  return endpoint;
}

/** The first answer of a server that is starting. */
async function untilAnswered(url: string): Promise<Response> {
  for (;;) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer) return answer;
    await new Promise((done) => setTimeout(done, 50));
  }
}
