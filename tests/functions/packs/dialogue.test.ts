import mammoth from 'mammoth';
import { beforeAll, expect, test } from 'vitest';
import { openPackHouse, type PackHouse } from './house.ts';

let house: PackHouse;
beforeAll(async () => {
  house = await openPackHouse();
});

async function sheet(body: object): Promise<string> {
  const { json } = await house.ask({ kind: 'dialogue', ...body });
  await house.make();
  expect(await house.read(json.id)).toMatchObject({ state: 'done', formats: ['pdf', 'docx'] });
  const { bytes } = await house.file(json.id, '?format=docx');
  return (await mammoth.convertToHtml({ buffer: bytes })).value;
}

test('a sheet for a dialogue has what was agreed last time, figures against targets, deviations with why, and what comes next', async () => {
  const html = await sheet({ dialogue: 'dialog-almi-2026-12' });
  expect(html).toContain('Dialog med Almi');
  expect(html).toContain('Alma Almi, Almi');
  expect(html).toContain('Pröva rådgivning på plats i södra länet två dagar i månaden');
  expect(html).toContain('<h1>Almi basuppdrag, kvartal 2 2026</h1>');
  expect(html).toMatch(/Utlånat belopp, kr.*32\u00a0806\u00a0000.*15\u00a0400\u00a0000.*Två större lån/);
  expect(html).toContain('Två nya rådgivare introduceras');
  expect(html).toContain('Det som är inskickat 20\u00a0november 2026 kl.\u00a008.00. Siffrorna är påhittade.');
});

test('it is for the next dialogue with an actor where only the actor is named', async () => {
  const { json } = await house.ask({ kind: 'dialogue', actor: 'almi' });
  expect(json).toMatchObject({ dialogue: { id: 'dialog-almi-2026-12', actor: 'Almi' } });
  const { status, json: refused } = await house.ask({ kind: 'dialogue', actor: 'finns-inte' });
  expect([status, refused.errors[0]?.code]).toEqual([422, 'noDialogue']);
});

test('what an actor is still writing is in none', async () => {
  const path = '/reports/almi-basuppdrag-2026/2026-Q3';
  const answers = { values: {}, texts: { analys: 'kanariefagel i utkast' } };
  const before = await house.call('rapportor.almi', 'GET', path);
  const saved = await house.call(
    'rapportor.almi',
    'PUT',
    `${path}/draft`,
    { answers },
    { 'if-match': before.etag ?? '*' },
  );
  expect(saved.status).toBe(200);
  expect(await sheet({ dialogue: 'dialog-almi-2026-12' })).not.toContain('kanariefagel');
});

test('leaders, who hear of what is approved alone, get none, and nobody gets one of an earlier day', async () => {
  expect((await house.ask({ kind: 'dialogue', actor: 'almi' }, 'ledning')).status).toBe(403);
  const { status, json } = await house.ask({ kind: 'dialogue', actor: 'almi', asOf: '2026-09-01' });
  expect([status, json.errors[0]?.code]).toEqual([422, 'onlyNow']);
});

test('whoever no longer may when it is made, gets none', async () => {
  const { json } = await house.ask({ kind: 'dialogue', actor: 'almi' });
  const { json: all } = await house.call<{ items: { id: string; email: string; name: string }[] }>(
    'admin',
    'GET',
    '/people',
  );
  const own = all.items.find(({ email }) => email.startsWith('samordnare@'));
  const change = (roles: string[]) =>
    house.call(
      'admin',
      'PUT',
      `/people/${own?.id}`,
      { name: own?.name, roles, actorIds: [], active: true },
      { 'if-match': '*' },
    );
  expect((await change(['leader'])).status).toBe(200);
  await house.make();
  expect((await change(['coordinator'])).status).toBe(200);
  const own2 = await house.session('samordnare');
  const read = await house.call<{ state: string; failure: string }>(
    undefined,
    'GET',
    `/packs/${json.id}`,
    undefined,
    own2,
  );
  expect(read.json).toMatchObject({ state: 'failed', failure: 'gone' });
});
