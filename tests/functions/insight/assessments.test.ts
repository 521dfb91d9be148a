import { beforeAll, expect, test } from 'vitest';
import { openDemoHouse, type DemoHouse } from '../demoHouse.ts';
import { reportAt } from '../reportAt.ts';

interface Assessment {
  state: string;
  version: number;
  conclusion: string;
  analysisIds: string[];
  figures: { id: string; value: string | null }[];
  asOf: string;
  previous: { window: string; conclusion: string } | null;
  published: { conclusion: string; version: number } | null;
  allowed: string[];
  people: Record<string, string>;
  errors: { path: string; code: string }[];
}

let house: DemoHouse;
beforeAll(async () => {
  house = await openDemoHouse();
});

const area = '/assessments/starka-nyforetagande';
const get = (who: string, window = '2026') => house.call<Assessment>(who, 'GET', `${area}/${window}`);
const content = {
  direction: 'forward',
  conclusion: 'Fler får råd: [[radgivningstillfallen]] samtal.',
  analysis: 'Rådgivningen når fler, och [[startade-foretag]] startade.',
  evidence: [{ agreementId: 'nfc-eskilstuna-2026', period: '2026-Q1' }],
};
const write = (who: string, change: object, from: number, window = '2026') =>
  house.call<Assessment>(who, 'PUT', `${area}/${window}`, { ...content, ...change }, { 'if-match': String(from) });
const decide = (who: string, what: 'review' | 'publish', from: number, window = '2026') =>
  house.call<Assessment>(who, 'POST', `${area}/${window}/${what}`, {}, { 'if-match': String(from) });

test('an assessment is written, reviewed by somebody else, published and frozen', async () => {
  const before = await get('samordnare');
  expect([before.status, before.etag, before.json.state, before.json.allowed]).toEqual([
    200,
    '"0"',
    'unwritten',
    ['write'],
  ]);
  const elsewhere = await house.call('ledning', 'GET', '/assessments/foretagsexpansion-och-etableringar/2026');
  expect(elsewhere.status).toBe(404);
  const unpublished = await get('ledning');
  expect([unpublished.status, unpublished.etag, unpublished.json.state]).toEqual([200, '"0"', 'unwritten']);
  expect(unpublished.json.previous).toMatchObject({ window: '2026-H1', state: 'published' });

  const draft = await write('samordnare', {}, 0);
  expect([draft.status, draft.json.state, draft.json.allowed]).toEqual([200, 'draft', ['write']]);
  const live = draft.json.figures.map(({ id, value }) => [id, value]);
  expect(live).toEqual([
    ['radgivningstillfallen', expect.stringMatching(/^\d+$/)],
    ['startade-foretag', expect.stringMatching(/^\d+$/)],
  ]);
  // That somebody has begun is nothing that leadership is told.
  expect((await get('ledning')).text).toBe(unpublished.text);
  expect((await decide('samordnare', 'review', 1)).status).toBe(403);
  expect((await decide('samordnare2', 'publish', 1)).status).toBe(409);
  expect((await decide('samordnare2', 'review', 1)).json.state).toBe('reviewed');
  const published = await decide('samordnare2', 'publish', 2);
  expect([published.json.state, published.json.allowed]).toEqual(['published', ['write']]);

  house.pass(60);
  const report = reportAt(house, 'nfc-fjarde-2026', '2026-H1');
  expect((await report.reopen('samordnare', 1, { reason: 'Fel tal.' })).status).toBe(200);
  const after = (await get('ledning')).json;
  expect(after.figures).toEqual(published.json.figures);
  expect(after.asOf).toBe(published.json.asOf);
  expect(after.allowed).toEqual([]);
});

test('what is written anew is a draft, and leadership reads what was published until the new one is', async () => {
  const { version } = (await get('samordnare')).json;
  const again = await write('samordnare', { conclusion: 'Färre får råd.' }, version);
  expect([again.json.state, again.json.conclusion, again.json.published?.conclusion]).toEqual([
    'draft',
    'Färre får råd.',
    content.conclusion,
  ]);
  const read = (await get('ledning')).json;
  expect([read.state, read.conclusion]).toEqual(['published', content.conclusion]);
  const list = async (who: string) =>
    (await house.call<{ items: { conclusion: string }[] }>(who, 'GET', '/assessments?window=2026')).json.items;
  expect((await list('ledning')).map(({ conclusion }) => conclusion)).toEqual([content.conclusion]);
  expect((await list('samordnare')).map(({ conclusion }) => conclusion)).toEqual(['Färre får råd.']);
});

test('the window before is told of, and windows that are none are not there', async () => {
  await write('samordnare', { conclusion: 'Nästa år.', analysis: 'Utan siffror.', evidence: [] }, 0, '2027');
  const next = (await get('samordnare', '2027')).json;
  expect(next.previous).toMatchObject({ window: '2026', conclusion: content.conclusion });
  for (const window of ['2026-13', 'final', '2026-27', '26', '2026-Q5'])
    expect((await get('samordnare', window)).status).toBe(404);
  expect((await house.call('samordnare', 'GET', '/assessments/mars/2026')).status).toBe(404);
  expect((await house.call('samordnare', 'GET', '/assessments/innovation-och-konkurrenskraft/2026')).status).toBe(200);
});

test('what it rests on has to be there, and two who write at once are told of each other', async () => {
  const { version } = (await get('samordnare')).json;
  const bad = { analysis: '[[hittepa]]', evidence: [{ agreementId: 'nfc-eskilstuna-2026', period: '2026-Q4' }] };
  const refused = await write('samordnare', bad, version);
  expect([refused.status, refused.json.errors.map(({ path, code }) => `${path} ${code}`)]).toEqual([
    422,
    ['analysis unknownFigure', 'evidence.0 unknownReport'],
  ]);
  expect((await write('samordnare2', {}, version - 1)).status).toBe(412);
  const unmatched = await house.call('samordnare', 'PUT', `${area}/2026`, content);
  expect(unmatched.status).toBe(428);
  await write('samordnare', { direction: null }, version);
  const missing = await decide('samordnare2', 'review', version + 1);
  expect(missing.json.errors.map(({ path }) => path)).toEqual(['direction']);
});

test('it rests on analyses of the library too, which whoever does not know of them takes none away from', async () => {
  const out = async (version: number) =>
    house.call('samordnare', 'DELETE', '/analyses/analys-yrken', undefined, { 'if-match': `"${version}"` });
  const window = '2026-Q2';
  const analysisIds = ['analys-nyforetagande', 'analys-yrken'];
  const first = await write('samordnare', { analysisIds }, 0, window);
  expect([first.status, first.json.analysisIds]).toEqual([200, analysisIds]);
  const unknowing = await write('samordnare', { conclusion: 'Fler får råd.' }, 1, window);
  expect([unknowing.status, unknowing.json.analysisIds]).toEqual([200, analysisIds]);

  expect((await out(1)).status).toBe(200);
  const refused = await decide('samordnare2', 'review', 2, window);
  expect([refused.status, refused.json.errors.map(({ path, code }) => `${path} ${code}`)]).toEqual([
    422,
    ['analysisIds.1 unknownAnalysis'],
  ]);
  expect((await write('samordnare', { analysisIds: ['hittepa'] }, 2, window)).status).toBe(422);
  expect((await write('samordnare', { analysisIds: ['analys-nyforetagande'] }, 2, window)).status).toBe(200);
  expect((await decide('samordnare2', 'review', 3, window)).status).toBe(200);
  expect((await decide('samordnare2', 'publish', 4, window)).status).toBe(200);
  expect((await write('samordnare', { analysisIds: [] }, 5, window)).json.analysisIds).toEqual([]);
  expect((await get('ledning', window)).json.analysisIds).toEqual(['analys-nyforetagande']);
});
