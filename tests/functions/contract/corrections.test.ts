import { CorrectionsSchema, SummarySchema } from '@insatskollen/functions/summary/schemas.ts';
import { beforeAll, expect, test } from 'vitest';
import { openDemoHouse, type DemoHouse } from '../demoHouse.ts';
import { reportAt } from '../reportAt.ts';

let house: DemoHouse;
let asOf: string;
beforeAll(async () => {
  house = await openDemoHouse();
  asOf = new Date(house.clock.now).toISOString();
  house.pass(1);
});

/** Corrections since, in a window. */
async function corrections(from: string, to = from, more = ''): Promise<string[]> {
  const query = `from=${from}&to=${to}&asOf=${encodeURIComponent(asOf)}${more}`;
  const { json } = await house.call('ledning', 'GET', `/summary?${query}`);
  return SummarySchema.parse(json).corrections.map(
    ({ what, agreementId, period, version }) => `${what} ${agreementId} ${period} ${version}`,
  );
}

test('every transition that changed the figures since is told once, in the order of time, where its period lies', async () => {
  const steps: string[] = [];
  /** A stock that goes on into later years, and what has none. */
  for (const [agreementId, period] of [
    ['create-2025', '2025-Q1'],
    ['uf-grundskola-2026', '2026-H1'],
  ] as const) {
    const report = reportAt(house, agreementId, period);
    const { version } = (await report.read()).json;
    await report.reopen('samordnare', version, { reason: 'Fel tal.' });
    house.pass(1);
    await report.submit();
    house.pass(1);
    await report.approve('samordnare', version + 1);
    house.pass(1);
    steps.push(`reopened ${agreementId} ${period} ${version}`, `approved ${agreementId} ${period} ${version + 1}`);
  }
  const [first, second] = [steps.slice(0, 2), steps.slice(2)];
  expect(await corrections('2025', '2026')).toEqual(steps);
  expect(await corrections('2025-Q1', '2026-Q4', '&trend=true')).toEqual(steps);
  expect(await corrections('2025')).toEqual(first);
  expect(await corrections('2025-Q1')).toEqual(first);
  expect(await corrections('2025-Q2', '2025-Q4')).toEqual([]);
  expect(await corrections('2026')).toEqual(second);
  expect(await corrections('2026-H1', '2026-H1', '&trend=true')).toEqual(second);
  expect(await corrections('2026-Q3', '2026-Q4')).toEqual([]);
  asOf = new Date(house.clock.now).toISOString();
  expect(await corrections('2025', '2026')).toEqual([]);
  const { json } = await house.call('ledning', 'GET', '/summary?from=2025&to=2026');
  expect(SummarySchema.parse(json).corrections).toEqual([]);
});

test('each is told with who did it, why, and what it moved of what is summed', async () => {
  const since = encodeURIComponent(new Date(house.clock.now).toISOString());
  house.pass(1);
  const report = reportAt(house, 'nfc-eskilstuna-2026', '2026-Q1');
  const { version, answers } = (await report.read()).json;
  await report.reopen('samordnare', version, { reason: 'Ett företag räknades två gånger.' });
  house.pass(1);
  const between = encodeURIComponent(new Date(house.clock.now).toISOString());
  house.pass(1);
  await report.submit();
  await report.approve('samordnare', version + 1);
  const ask = async (query: string, who = 'ledning') =>
    CorrectionsSchema.parse((await house.call(who, 'GET', `/summary/corrections?from=2026&to=2026&${query}`)).json);
  const { items, people } = await ask(`since=${since}`);
  expect(items.map(({ what, reason, by }) => [what, reason, people[by ?? '']])).toEqual([
    ['reopened', 'Ett företag räknades två gånger.', 'Sam Samordnare'],
    ['approved', null, 'Sam Samordnare'],
  ]);
  const entry = answers.values['startade-foretag'];
  const started = entry?.kind === 'value' ? entry.value : '';
  expect(items.map(({ added }) => added['startade-foretag'])).toEqual([`-${started}`, started]);
  expect(Object.keys(items[0]?.added ?? {})).not.toContain('unika-radgivna');
  expect(items[0]).toMatchObject({ actorId: 'nfc-eskilstuna', focusArea: 'starka-nyforetagande' });
  expect((await ask(`since=${since}&until=${between}`)).items.map(({ what }) => what)).toEqual(['reopened']);
  const first = await ask(`since=${since}&limit=1`);
  expect((await ask(`since=${since}&limit=1&cursor=${first.nextCursor}`)).items.map(({ what }) => what)).toEqual([
    'approved',
  ]);
});
