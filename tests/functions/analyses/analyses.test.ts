import type { Analysis } from '@insatskollen/shared/analyses/analysis.ts';
import type { Change } from '@insatskollen/shared/history/change.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { openDemoHouse, type DemoHouse } from '../demoHouse.ts';

let house: DemoHouse;
beforeAll(async () => {
  house = await openDemoHouse();
});

type Problem = { code?: string; errors?: { path: string; code: string }[] };
const content = {
  title: 'Läget för små företag',
  publisher: 'Exempelmyndigheten',
  day: '2026-10-12',
  url: 'https://www.example.org/laget',
  summary: 'Fler startar.',
  meaning: 'Fortsätt.',
  focusAreas: ['starka-nyforetagande'],
};
const match = (version: number) => ({ 'if-match': `"${version}"` });
const make = async (change: object = {}): Promise<Analysis> => {
  const made = await house.call<Analysis>('samordnare', 'POST', '/analyses', { ...content, ...change });
  expect(made.status).toBe(201);
  return made.json;
};
const list = async (who: string, query = ''): Promise<string[]> =>
  (await house.call<{ items: Analysis[] }>(who, 'GET', `/analyses${query}`)).json.items.map(({ title }) => title);
const everyone = ['rapportor.almi', 'samordnare', 'ledning', 'avdelning', 'admin'];
/** Who reads an analysis by its id. */
const readers = async (id: string, what = '') => {
  const answers = await Promise.all(
    everyone.map(async (who) => [who, (await house.call(who, 'GET', `/analyses/${id}${what}`)).status] as const),
  );
  expect(answers.filter(([, status]) => status !== 200 && status !== 404)).toEqual([]);
  return answers.flatMap(([who, status]) => (status === 200 ? [who] : []));
};

describe('the library of analyses', () => {
  test('lists the latest first, by area and by priority', async () => {
    expect(await list('ledning')).toEqual([
      'Nyföretagande i mellanstora kommuner',
      'Yrken som företagen inte hittar folk till',
      'Utvärdering av exportrådgivning i fyra län',
      'Omvärldsspaning inför nästa år',
    ]);
    expect(await list('ledning', '?focusArea=internationalisering-och-export')).toEqual([
      'Utvärdering av exportrådgivning i fyra län',
    ]);
    expect(await list('ledning', '?rusPriority=livslangt-larande')).toHaveLength(2);
    expect(await list('ledning', '?rusPriority=livslangt-larande&focusArea=utbildning-och-fortbildning')).toHaveLength(
      1,
    );
    expect((await house.call('ledning', 'GET', '/analyses?withdrawn=ja')).status).toBe(422);
  });

  test('goes page by page', async () => {
    interface Page {
      items: Analysis[];
      nextCursor: string | null;
    }
    const first = (await house.call<Page>('ledning', 'GET', '/analyses?limit=3')).json;
    expect([first.items.length, first.nextCursor !== null]).toEqual([3, true]);
    const second = (await house.call<Page>('ledning', 'GET', `/analyses?limit=3&cursor=${first.nextCursor}`)).json;
    expect([second.items.length, second.nextCursor]).toEqual([1, null]);
  });

  test('shows everyone what is everyone’s, and the region its own', async () => {
    const open = await make({ audience: 'all' });
    const own = await make({ title: 'Bara för oss' });
    expect(own.audience).toBe('region');
    expect(await readers(open.id)).toEqual(everyone);
    expect(await readers(own.id)).toEqual(['samordnare', 'ledning', 'avdelning']);
    expect(await list('rapportor.almi')).not.toContain('Bara för oss');
    expect(await list('admin')).toContain(open.title);
  });

  test('tells what was said before to the region only: it may have been for them alone', async () => {
    const { id } = await make({ title: 'Hemlig arbetstitel' });
    const { status } = await house.call(
      'samordnare',
      'PUT',
      `/analyses/${id}`,
      { ...content, audience: 'all' },
      match(1),
    );
    expect(status).toBe(200);
    expect(await readers(id)).toEqual(everyone);
    expect(await readers(id, '/changes')).toEqual(['samordnare', 'ledning', 'avdelning']);
    const { items } = (await house.call<{ items: Change[] }>('ledning', 'GET', `/analyses/${id}/changes`)).json;
    expect(items.map(({ version, what }) => [version, what])).toEqual([
      [2, 'changed'],
      [1, 'created'],
    ]);
    expect(items[0]?.fields.map(({ path }) => path).sort()).toEqual(['audience', 'title']);
  });

  test('is changed from the version that one has seen, and saving the same again changes nothing', async () => {
    const { id } = await make();
    const path = `/analyses/${id}`;
    expect((await house.call<Problem>('samordnare', 'PUT', path, content)).json.code).toBe('versionNeeded');
    const changed = await house.call<Analysis>('samordnare', 'PUT', path, { ...content, day: '2026-10-13' }, match(1));
    expect([changed.status, changed.json.version]).toEqual([200, 2]);
    expect((await house.call('samordnare2', 'PUT', path, content, match(1))).status).toBe(412);
    const again = await house.call<Analysis>('samordnare', 'PUT', path, { ...content, day: '2026-10-13' }, match(2));
    expect([again.status, again.json.version]).toEqual([200, 2]);
  });

  test.each<[object, string[]]>([
    [{ url: null }, ['url: placeNeeded']],
    [{ url: 'http://example.org' }, ['url: notAnAddress']],
    [{ focusAreas: ['x'], rusPriorities: ['y'] }, ['focusAreas.0: unknownArea', 'rusPriorities.0: unknownRusPriority']],
    [{ summary: 'Fråga anna@example.org' }, ['summary: personalData']],
    [{ audience: 'alla' }, ['audience: invalid_value']],
  ])('is refused where it says something that cannot be: %#', async (change, expected) => {
    const answer = await house.call<Problem>('samordnare', 'POST', '/analyses', { ...content, ...change });
    expect(answer.status).toBe(422);
    expect((answer.json.errors ?? []).map(({ path, code }) => `${path}: ${code}`)).toEqual(expected);
  });
});

describe('an analysis that is taken out of the library', () => {
  test('is there for coordinators only, with its history, until it is put back', async () => {
    const { id } = await make({ title: 'Ersatt av en ny', audience: 'all' });
    const path = `/analyses/${id}`;
    expect((await house.call<Problem>('samordnare', 'DELETE', path)).json.code).toBe('versionNeeded');
    expect((await house.call('samordnare', 'DELETE', path, undefined, match(2))).status).toBe(412);
    const out = await house.call<Analysis>('samordnare', 'DELETE', path, undefined, match(1));
    expect([out.status, out.etag, typeof out.json.withdrawnAt]).toEqual([200, '"2"', 'string']);
    const twice = await house.call<Analysis>('samordnare', 'DELETE', path, undefined, match(2));
    expect([twice.status, twice.json]).toEqual([200, out.json]);

    expect(await readers(id)).toEqual(['samordnare']);
    expect(await list('samordnare')).not.toContain('Ersatt av en ny');
    expect(await list('samordnare', '?withdrawn=true')).toEqual(['Ersatt av en ny']);
    expect(await list('ledning', '?withdrawn=true')).toEqual([]);

    const back = await house.call<Analysis>('samordnare', 'PUT', path, { ...content, audience: 'all' }, match(2));
    expect([back.status, back.json.version, back.json.withdrawnAt]).toEqual([200, 3, null]);
    expect(await readers(id)).toEqual(everyone);
    const { items } = (await house.call<{ items: Change[] }>('samordnare', 'GET', `${path}/changes`)).json;
    expect(items.map(({ what }) => what)).toEqual(['changed', 'withdrawn', 'created']);
  });
});
