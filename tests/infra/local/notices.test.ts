import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fileNames } from '@insatskollen/infra/local/dataFolder.ts';
import { createCatcher } from '@insatskollen/infra/local/mail/catcher.ts';
import { listenOnLoopback } from '@insatskollen/infra/local/ports.ts';
import { afterAll, expect, test } from 'vitest';
import { openDemoHouse } from '../../functions/demoHouse.ts';
import { reportAt } from '../../functions/reportAt.ts';
import { bring } from '../../functions/security/matrix.ts';
import { newFolder } from './house.ts';

const LONG = 300_000;
const catcher = createCatcher(() => new Date());
let deliveries = 0;
catcher.smtp.on('connect', () => (deliveries += 1));
const port = await listenOnLoopback(catcher.smtp.server, undefined);
afterAll(() => new Promise<void>((done) => catcher.smtp.close(done)));

test(
  'whoever tells people can be killed at any moment: nothing is lost and nothing comes twice',
  { timeout: LONG },
  async () => {
    const house = await openDemoHouse();
    const at = await house.bare.client.config.endpoint?.();
    const dataDir = newFolder();
    const places = join(dataDir, fileNames.stream);
    const turn = async (dies: 'never' | 'afterTaking' | 'afterDelivering', minutes: number) => {
      const now = new Date(house.clock.now + minutes * 60_000).toISOString();
      const smtp = `smtp://127.0.0.1:${port}`;
      const told = { endpoint: `http://127.0.0.1:${at?.port}`, tableName: house.bare.name, smtp, dataDir, now, dies };
      const program = fileURLToPath(new URL('noticesProcess.ts', import.meta.url));
      const child = spawn(process.execPath, [program, JSON.stringify(told)], {
        stdio: ['ignore', 'inherit', 'inherit'],
      });
      return new Promise((done) => child.once('exit', (code, signal) => done(signal ?? code)));
    };

    house.clock.now = Date.parse('2026-11-24T04:00:00Z');
    const almi = reportAt(house, 'almi-basuppdrag-2026', '2026-Q3');
    await bring(almi, 'submitted');
    const { version } = (await almi.read('samordnare')).json;
    await almi.sendBack('samordnare', version, { message: 'Komplettera.' });

    // Killed between delivery by the stream and the acknowledgement of it: it is delivered again, and kept once.
    expect(await turn('afterTaking', 0)).toBe('SIGKILL');
    expect(existsSync(places)).toBe(false);
    // Killed between delivery of the letter and the acknowledgement of it: it is sent again, as the same letter.
    expect(await turn('afterDelivering', 1)).toBe('SIGKILL');
    expect(existsSync(places)).toBe(true);
    expect(catcher.letters).toHaveLength(1);
    expect(catcher.letters[0]?.text).toContain('Tillbaka från regionen');
    const before = deliveries;
    expect(await turn('never', 1)).toBe(0);
    expect(catcher.letters).toHaveLength(1);
    // Later, when whoever had it is taken to be gone, and the morning's letters are due too.
    expect(await turn('never', 180)).toBe(0);
    expect(deliveries).toBeGreaterThan(before);
    expect(await turn('never', 240)).toBe(0);

    const told = catcher.letters.map(({ to }) => to);
    expect(new Set(told).size).toBe(told.length);
    expect(told.length).toBeGreaterThan(1);
    expect(told).toContain('rapportor.almi@insatskollen.example');
    for (const state of ['waiting', 'sending', 'dead'])
      expect(
        (await house.call<{ items: unknown[] }>('admin', 'GET', `/notices/outbox?state=${state}`)).json.items,
      ).toEqual([]);
  },
);
