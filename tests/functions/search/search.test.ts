import { rebuildSearch, takeForSearch } from '@insatskollen/functions/search/updating.ts';
import { documentKey } from '@insatskollen/functions/table/keys.ts';
import type { Agreement } from '@insatskollen/shared/agreements/agreement.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { openDemoHouse, type DemoHouse } from '../demoHouse.ts';
import { streamRecords } from '../drafts/streamRecords.ts';
import { reportAt } from '../reportAt.ts';

interface Answer {
  items: {
    kind: string;
    title: { text: string; hit: boolean }[];
    part: string | null;
    excerpt: { text: string; hit: boolean }[];
    place: Record<string, string>;
  }[];
  total: number;
  kinds: Record<string, number>;
  everyWord: boolean;
  nextCursor: string | null;
}

let house: DemoHouse;
const agreementId = 'almi-basuppdrag-2026';
const search = async (who: string, q: string) =>
  (await house.call<Answer>(who, 'GET', `/search?q=${encodeURIComponent(q)}`)).json;
const everyone = ['rapportor.almi', 'rapportor.uf', 'samordnare', 'ledning', 'avdelning', 'admin'];
/** Who finds anything at all. */
const finders = async (q: string) => {
  const found = await Promise.all(everyone.map(async (who) => [who, (await search(who, q)).total] as const));
  return found.flatMap(([who, total]) => (total > 0 ? [who] : []));
};
/** The stream from its beginning, each time: what was kept before comes again. */
const follow = async () => takeForSearch(house.deps, await streamRecords(house.bare));

beforeAll(async () => {
  house = await openDemoHouse();
});

describe('search', () => {
  test('finds what the demo says, marks the words and says where they stand', async () => {
    const { items, total } = await search('samordnare', 'rådgivningen');
    expect(total).toBeGreaterThan(3);
    expect(new Set(items.map(({ kind }) => kind)).size).toBeGreaterThan(1);
    for (const { title, excerpt } of items)
      expect([...title, ...excerpt].some(({ hit, text }) => hit && /r[aå]dgiv/i.test(text))).toBe(true);
    const report = items.find(({ kind }) => kind === 'report');
    expect(report?.part).toBeTruthy();
    expect(Object.keys(report?.place ?? {})).toEqual(expect.arrayContaining(['agreementId', 'period']));
  });

  test('pages through all that it finds, and takes no search that is too long', async () => {
    const first = await house.call<Answer>('samordnare', 'GET', '/search?q=avtal&limit=2');
    expect([first.json.items.length, first.json.nextCursor !== null]).toEqual([2, true]);
    expect((await house.call('samordnare', 'GET', `/search?q=${'a'.repeat(201)}`)).status).toBe(422);
    expect((await house.call('samordnare', 'GET', '/search')).status).toBe(422);
  });
});

describe('kinds', () => {
  const ask = async (query: string) => (await house.call<Answer>('samordnare', 'GET', `/search?${query}`)).json;
  const kindsOf = ({ items }: Answer) => items.map(({ kind }) => kind);

  test('are counted, also those that are not on the page', async () => {
    const all = await ask('q=r%C3%A5dgivning&limit=200');
    expect(Object.keys(all.kinds).length).toBeGreaterThan(2);
    for (const [kind, count] of Object.entries(all.kinds))
      expect(kindsOf(all).filter((one) => one === kind)).toHaveLength(count);
    expect((await ask('q=r%C3%A5dgivning&limit=1')).kinds).toEqual(all.kinds);
  });

  test('are asked for one by one, a page at a time', async () => {
    const first = await ask('q=r%C3%A5dgivning&kind=report&limit=3');
    const second = await ask(`q=r%C3%A5dgivning&kind=report&limit=3&cursor=${first.nextCursor}`);
    expect([...kindsOf(first), ...kindsOf(second)]).toEqual(Array.from({ length: 6 }, () => 'report'));
    expect(first.total).toBe(first.kinds['report']);
    expect(second.items).not.toEqual(first.items);
    expect((await house.call('samordnare', 'GET', '/search?q=a&kind=draft')).status).toBe(422);
  });

  test('show the best of each, in the order of all', async () => {
    const all = await ask('q=r%C3%A5dgivning&limit=200');
    const best = await ask('q=r%C3%A5dgivning&each=2');
    const seen: string[] = [];
    const expected = all.items.filter(({ kind }) => seen.push(kind) && seen.filter((one) => one === kind).length <= 2);
    expect(best.items).toEqual(expected);
    expect([best.total, best.nextCursor]).toEqual([all.total, null]);
  });
});

describe('a report', () => {
  const word = 'Kvastskaftsfabriken';
  const report = () => reportAt(house, agreementId, '2026-Q3');

  test('is found by nobody while it is a draft', async () => {
    await report().fill(7);
    expect((await report().patch({ texts: { analys: `Besök på ${word} i Flen.` } })).status).toBe(200);
    expect(await follow()).toEqual({ batchItemFailures: [] });
    expect(await finders(word)).toEqual([]);
  });

  test('is found by coordinators and its actor once it is submitted, and by leaders once it is approved', async () => {
    expect((await report().submit()).status).toBe(200);
    await follow();
    expect(await finders(word)).toEqual(['rapportor.almi', 'samordnare']);
    const [found] = (await search('rapportor.almi', 'kvastskaftsfabrik')).items;
    expect(found).toMatchObject({ kind: 'report', place: { agreementId, period: '2026-Q3' }, part: 'Analys' });
    expect(found?.excerpt).toContainEqual({ text: word, hit: true });
    await report().approve('samordnare', 1);
    await follow();
    expect(await finders(word)).toEqual(['rapportor.almi', 'samordnare', 'ledning', 'avdelning']);
  });

  test('is found by leaders as it was approved, while its next version is others’ to find', async () => {
    await report().reopen('samordnare', 1, { reason: 'Fel tal.' });
    await report().fill(8);
    await report().patch({ texts: { analys: 'Besök på Skruvmejselmuseet.' } });
    await report().submit();
    await follow();
    expect(await finders(word)).toEqual(['ledning', 'avdelning']);
    expect(await finders('Skruvmejselmuseet')).toEqual(['rapportor.almi', 'samordnare']);
  });

  test('is not found by what is confidential in it, whoever asks', async () => {
    const { json: agreement } = await house.call<Agreement>('samordnare', 'GET', `/agreements/${agreementId}`);
    const marks = [{ field: 'texts.analys', chapter: '30', section: '23' }];
    const body = { ...agreement, version: undefined, confidential: marks };
    expect(
      (await house.call('samordnare', 'PUT', `/agreements/${agreementId}`, body, { 'if-match': '*' })).status,
    ).toBe(200);
    await follow();
    expect([await finders(word), await finders('Skruvmejselmuseet')]).toEqual([[], []]);
  });

  test('of another changes nothing in what one finds', async () => {
    const before = await search('rapportor.uf', 'analys rådgivning');
    const other = reportAt(house, 'nfc-tredje-2026', '2026-Q3');
    await other.fill(3);
    await other.patch({ texts: { analys: 'rådgivning '.repeat(50) } });
    await other.submit();
    await follow();
    expect((await search('samordnare', 'analys rådgivning')).total).toBeGreaterThan(0);
    expect(await search('rapportor.uf', 'analys rådgivning')).toEqual(before);
  });
});

describe('what coordinators write', () => {
  const make = async (path: string, body: object) => {
    const { status, text } = await house.call('samordnare', 'POST', path, body);
    expect([status, text]).toEqual([201, expect.anything()]);
    await follow();
  };
  test('a lesson is the region’s and its actor’s to find', async () => {
    await make('/lessons', {
      title: 'Bjud på gräddbakelser',
      text: 'Fler kommer.',
      focusAreas: ['starka-nyforetagande'],
      actorId: 'almi',
    });
    expect(await finders('gräddbakelse')).toEqual(['rapportor.almi', 'samordnare', 'ledning', 'avdelning']);
  });
  test('an analysis is for those whom it is for, and no longer once it is taken out', async () => {
    const analysis = {
      title: 'Glasblåsningens framtid',
      publisher: 'Exempelmyndigheten',
      day: '2026-10-01',
      keptAt: 'Arkivet',
      summary: 'Ugnarna är varma.',
      meaning: 'Satsa på hyttsill.',
    };
    await make('/analyses', analysis);
    expect(await finders('hyttsillen')).toEqual(['samordnare', 'ledning', 'avdelning']);
    const [found] = (await search('ledning', 'glasblåsning')).items;
    expect(found).toMatchObject({ kind: 'analysis', place: { id: expect.any(String) as string } });
    const path = `/analyses/${found?.place['id']}`;
    const change = async (method: string, body?: object) => {
      const { status } = await house.call('samordnare', method, path, body, { 'if-match': '*' });
      expect(status).toBe(200);
      await follow();
    };
    await change('PUT', { ...analysis, audience: 'all' });
    expect(await finders('hyttsillen')).toEqual(everyone);
    await change('DELETE');
    expect(await finders('hyttsillen')).toEqual([]);
    await change('PUT', analysis);
    expect(await finders('hyttsillen')).toEqual(['samordnare', 'ledning', 'avdelning']);
  });
  test('a dialogue is its two sides’', async () => {
    await make('/dialogues', { actorId: 'uf', day: '2026-12-02', notes: 'Vi talade om flaggspel.' });
    expect(await finders('flaggspelen')).toEqual(['rapportor.uf', 'samordnare']);
  });
  test('an assessment is theirs until it is published', async () => {
    const path = '/assessments/starka-nyforetagande/2026-Q3';
    const content = {
      direction: 'forward',
      conclusion: 'Solrosorna växer.',
      analysis: 'Solrosor i länet.',
      evidence: [],
    };
    const write = await house.call('samordnare', 'PUT', path, content, { 'if-match': '*' });
    expect(write.status).toBe(200);
    await follow();
    expect(await finders('solros')).toEqual(['samordnare']);
    for (const step of ['review', 'publish'])
      expect((await house.call('samordnare2', 'POST', `${path}/${step}`, {}, { 'if-match': '*' })).status).toBe(200);
    await follow();
    expect(await finders('solros')).toEqual(['samordnare', 'ledning', 'avdelning']);
  });
  test('an initiative is everyone’s, as it is called now', async () => {
    await make('/initiatives', { title: 'Fjärilshåvsprojektet', primaryFocusArea: 'starka-nyforetagande' });
    expect(await finders('fjärilshåvsprojekt')).toEqual(everyone);
  });
});

describe('the documents', () => {
  test('are right as the stream left them: making them anew changes none', async () => {
    const { documents, changed } = await rebuildSearch(house.deps);
    expect([documents > 150, changed]).toEqual([true, 0]);
  });
  test('are mended by making them anew, and those that follow see it', async () => {
    const id = 'initiative:almi-basuppdrag';
    const item = await house.bare.get(documentKey(id));
    await house.bare.put({ Item: { ...item, document: null, hash: 'wrong' } });
    await house.bare.put({
      Item: {
        ...item,
        ...documentKey('lesson:gone'),
        document: JSON.stringify({
          ...(JSON.parse(String(item?.['document'])) as object),
          id: 'lesson:gone',
          title: 'Vålnad',
        }),
        hash: 'x',
      },
    });
    expect((await rebuildSearch(house.deps)).changed).toBe(2);
    expect(
      (await search('ledning', 'Almi basuppdrag')).items.some(({ place }) => place['id'] === 'almi-basuppdrag'),
    ).toBe(true);
    expect(await finders('vålnad')).toEqual([]);
  });
  test('hold no text of a draft', async () => {
    const draft = reportAt(house, 'uf-basuppdrag-2026', '2026-H2');
    expect((await draft.patch({ texts: { analys: 'Hemligstämpel' } })).status).toBe(200);
    await follow();
    await rebuildSearch(house.deps);
    expect(await finders('hemligstämpel')).toEqual([]);
  });
});

test('a table that is away for a moment is said so, and costs no second reading of everything', async () => {
  const asked = { documents: 0, away: false };
  const other = await openDemoHouse((send) => (command) => {
    const input = JSON.stringify(command.input);
    if (input.includes('DOCUMENT#') && 'KeyConditionExpression' in command.input) asked.documents += 1;
    if (asked.away && input.includes('SEARCH#CHANGES'))
      return Promise.reject(Object.assign(new Error('throttled'), { name: 'ThrottlingException' }));
    return send(command);
  });
  const ask = async () => (await other.call('ledning', 'GET', '/search?q=avtal')).status;
  expect(await ask()).toBe(200);
  const first = asked.documents;
  asked.away = true;
  expect(await ask()).toBe(503);
  asked.away = false;
  expect([await ask(), await ask(), asked.documents]).toEqual([200, 200, first]);
});
