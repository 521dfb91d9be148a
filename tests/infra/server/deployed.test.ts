import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEngine, type Engine } from '@insatskollen/infra/local/engine.ts';
import { loadReference } from '@insatskollen/infra/reference/load.ts';
import { freePort } from '@insatskollen/infra/local/ports.ts';
import { createTable } from '@insatskollen/infra/local/table.ts';
import { connectTable } from '@insatskollen/functions/table/client.ts';

const entry = fileURLToPath(new URL('../../../infra/server/main.ts', import.meta.url));
/** Stands where the built pages lie when deployed. */
const pages = join(mkdtempSync(join(tmpdir(), 'insatskollen-test-')), 'handler.js');
writeFileSync(
  pages,
  'export const handler = (request, response) => response.end(`${request.headers["x-forwarded-proto"]}://${request.headers["x-forwarded-host"]}`);',
);

describe('the server as it is deployed', () => {
  let engine: Engine;
  let environment: Record<string, string>;
  beforeAll(async () => {
    engine = await startEngine();
    const table = connectTable({ tableName: 'deployed', region: 'eu-north-1', endpoint: engine.endpoint });
    await createTable(table.client, 'deployed', { stream: false });
    await loadReference({ table, systemNow: () => new Date('2026-11-20T07:00:00Z') });
    environment = {
      PATH: process.env['PATH'] ?? '',
      STAGE: 'test',
      APP_ORIGIN: 'https://insatskollen.example',
      AWS_REGION: 'eu-north-1',
      TABLE_NAME: 'deployed',
      OPENID_ISSUER: 'https://idp.example',
      OPENID_CLIENT_ID: 'client',
      OPENID_CLIENT_SECRET: 'hemligt',
      PAGES_HANDLER: pages,
      AWS_ENDPOINT_URL_DYNAMODB: engine.endpoint,
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
    };
  });
  afterAll(() => engine.stop());

  it('answers for the API and the pages, and ends when it is asked to', async () => {
    const port = await freePort();
    const child = spawn(process.execPath, [entry], { env: { ...environment, PORT: String(port) }, stdio: 'inherit' });
    const ended = once(child, 'exit');
    const ask = (path: string) => fetch(`http://127.0.0.1:${port}${path}`).catch(() => undefined);
    let health = await ask('/api/health');
    while (!health?.ok) {
      await new Promise((done) => setTimeout(done, 50));
      health = await ask('/api/health');
    }
    expect(await health.json()).toMatchObject({ ok: true, demo: false, demoClock: false });
    expect(await (await ask('/oversikt'))?.text()).toBe('https://insatskollen.example');
    expect((await ask('/api/v1/me'))?.status).toBe(401);
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  });

  it('does not start without its configuration, nor as the product of one machine', async () => {
    for (const wrong of [{ TABLE_NAME: '' }, { STAGE: 'local' }]) {
      const child = spawn(process.execPath, [entry], {
        env: { ...environment, ...wrong },
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      let said = '';
      child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
      expect(await once(child, 'close')).toEqual([1, null]);
      expect(said).toContain(Object.keys(wrong)[0]);
      expect(said).not.toContain('hemligt');
    }
  });
});
