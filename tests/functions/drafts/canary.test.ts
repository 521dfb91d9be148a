import { verify } from '@insatskollen/functions/audit/verify.ts';
import { versionKey } from '@insatskollen/functions/table/keys.ts';
import { openDigests } from '@insatskollen/functions/notices/daily.ts';
import { takeRecords } from '@insatskollen/functions/notices/stream.ts';
import { rebuildSearch, takeForSearch } from '@insatskollen/functions/search/updating.ts';
import { takePacks } from '@insatskollen/functions/packs/stream.ts';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { openHouse, type Answer, type Call, type House } from '../../flow/house.ts';
import { answersTo, lifeOf, yearly } from '../../flow/life.ts';
import type { Name } from '../../flow/people.ts';
import { postOffice, posting, sendAll } from '../notices/post.ts';
import { wholeTable } from '../wholeTable.ts';
import { everythingRead } from './everythingRead.ts';
import { streamRecords } from './streamRecords.ts';

/**
 * What a reporter writes in a draft is the actor's alone (requirement L3). A bird of each kind is put where drafts take text, and
 * looked for everywhere else.
 */
const bird = 'kanariefagel';
const agreed = yearly('advice');
const own: readonly Name[] = ['anna', 'bo', 'eva'];
const others: readonly Name[] = ['cia', 'kim', 'lea', 'ada'];
const places = {
  agreementId: [agreed.id],
  period: ['2026-Q1'],
  n: ['1', '2'],
  areaId: ['start', 'growth'],
  window: ['2026', '2026-Q1'],
  id: [
    agreed.id,
    'north',
    'advice',
    'visits',
    'done',
    'usual',
    'start',
    'p-anna',
    'p-kim',
    '1-1',
    'unemployed',
    'growth',
  ],
};

let house: House;
let life: ReturnType<typeof lifeOf>;
const pass = (ms: number) => {
  house.pass(ms);
};
const logged: string[] = [];

beforeAll(() => {
  const keep = (part: unknown) => {
    logged.push(String(part));
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(keep);
  vi.spyOn(process.stderr, 'write').mockImplementation(keep);
  for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const)
    vi.spyOn(console, level).mockImplementation((...parts) => void keep(parts.map(String).join(' ')));
  return () => void vi.restoreAllMocks();
});
beforeEach(async () => {
  logged.length = 0;
  house = await openHouse({ agreements: [agreed], now: '2026-04-13T08:00:00.000Z', stream: true });
  life = lifeOf(house.door, agreed);
});

/** Birds in the comment of each answer, in what cannot be read as a number, and in each text. */
const birds = () => {
  const { values, texts } = answersTo(agreed, 1);
  const commented = Object.entries(values).map(
    ([id, entry]) => [id, { ...entry, comment: `${bird} in ${id}` }] as const,
  );
  return {
    values: {
      ...Object.fromEntries(commented),
      visits: { kind: 'unparsed', raw: { value: `${bird} raw` }, comment: `${bird} in visits` },
    },
    texts: { ...texts, done: `${bird} done`, next: `Nästa: ${bird}.` },
  };
};
const draftCall = (more: Partial<Call> = {}): Call => ({
  who: 'anna',
  method: 'PUT',
  path: `${life.path}/draft`,
  body: { answers: birds() },
  headers: { 'if-match': '*', 'idempotency-key': 'key-1' },
  ...more,
});

/** What coordinators keep beside the reports, one of each. */
const records: readonly { path: string; body: object }[] = [
  { path: '/activities', body: { title: 'Styrgrupp', kind: 'board', starts: '2026-05-26', audience: 'region' } },
  { path: '/dialogues', body: { actorId: 'north', day: '2026-05-02' } },
  { path: '/decisions', body: { title: 'Val', day: '2026-04-10', decidedBy: 'Nämnden', actorIds: ['north'] } },
  { path: '/lessons', body: { title: 'Börja tidigt', text: 'Det tar tid.', focusAreas: ['start'], actorId: 'north' } },
  {
    path: '/analyses',
    body: {
      title: 'Läget',
      publisher: 'Exempel',
      day: '2026-03-02',
      keptAt: 'Arkivet',
      summary: 'Bra.',
      audience: 'all',
    },
  },
];
async function make({ path, body }: (typeof records)[number]): Promise<string> {
  const { status, text, json } = await house.door({ who: 'kim', method: 'POST', path, body });
  if (status !== 201) throw new Error(`${path} answered ${status} ${text}`);
  return z.object({ id: z.string() }).parse(json).id;
}

/** A pack of a coordinator's own, made as whoever the stream tells makes it. */
async function makePack(): Promise<string> {
  const body = { kind: 'board', language: 'sv', from: '2026', to: '2026' };
  const { status, text, json } = await house.door({ who: 'kim', method: 'POST', path: '/packs', body });
  if (status !== 202) throw new Error(`/packs answered ${status} ${text}`);
  await takePacks(house.deps, await streamRecords(house.table), () => true);
  return z.object({ id: z.string() }).parse(json).id;
}

const holds = (text: string) => text.toLowerCase().includes(bird);

/** Where the bird lies although it should not: in an item, a record of the stream, a log line, what verify says. */
async function lying(alsoIn: (key: string) => boolean = () => false): Promise<string[]> {
  const allowed = (key: string) => key.startsWith('DRAFT#') || alsoIn(key);
  const items = [...(await wholeTable(house.table))].filter(
    ([key, item]) => holds(key) || (holds(item) && !allowed(key)),
  );
  const records = (await streamRecords(house.table))
    .map((record) => ({ of: record.dynamodb.Keys.pk.S, text: JSON.stringify(record) }))
    .filter(({ of, text }) => holds(text) && !allowed(of));
  const { differences } = await verify(house.deps);
  return [
    ...items.map(([key]) => `item ${key}`),
    ...records.map(({ of }) => `stream of ${of}`),
    ...differences.filter((one) => holds(JSON.stringify(one))).map(({ key }) => `verify of ${key}`),
    ...logged.filter(holds).map((line) => `log ${line}`),
  ];
}

/** … and in what anyone else is answered. */
async function readByOthers(): Promise<string[]> {
  const read = await everythingRead(house.door, others, places, pass);
  return read.filter(({ said }) => holds(said)).map(({ who, address }) => `${who} reads ${address}`);
}

const seen = async () => [...(await lying()), ...(await readByOthers())];

const flies = async () => JSON.stringify((await life.look()).report.answers).includes(bird);

describe('what is written in a draft', () => {
  test('is read by its own reporters and found nowhere else, before the first version', async () => {
    expect((await house.door(draftCall())).status).toBe(200);
    expect((await house.door(draftCall())).status).toBe(200);
    for (const who of own) expect((await house.door({ who, method: 'GET', path: life.path })).text).toContain(bird);
    expect(await seen()).toEqual([]);
    const kept = await wholeTable(house.table);
    expect([...kept].filter(([, item]) => item.includes(bird)).map(([key]) => key)).toEqual([
      'DRAFT#advice#2026-Q1 DRAFT',
    ]);
    const told = await streamRecords(house.table);
    expect(told.some(({ dynamodb }) => JSON.stringify(dynamodb.NewImage).includes(bird))).toBe(true);
  });

  test('is found nowhere else above a version that was sent back, recalled, or approved and reopened', async () => {
    await life.save();
    await life.submit();
    await life.return(1);
    await house.door(draftCall());
    expect(await flies()).toBe(true);
    expect(await seen()).toEqual([]);
    await life.save();
    await life.submit();
    await life.recall();
    await house.door(draftCall({ headers: { 'if-match': '*', 'idempotency-key': 'key-2' } }));
    expect(await flies()).toBe(true);
    expect(await seen()).toEqual([]);
    await life.save();
    await life.submit();
    await life.approve(3);
    await life.reopen(3, true);
    await house.door(draftCall({ method: 'PATCH', headers: { 'if-match': '*', 'idempotency-key': 'key-3' } }));
    expect(await flies()).toBe(true);
    expect(await seen()).toEqual([]);
  });

  test('is in no letter and nothing kept for one, whatever the stream hands over', async () => {
    await life.save();
    await life.submit();
    await life.return(1);
    await house.door(draftCall());
    const post = postOffice();
    const deps = posting(house.deps, post.mailer);
    house.clock.now = Date.parse('2026-05-04T08:00:00Z');
    expect(await takeRecords(deps, await streamRecords(house.table))).toEqual({ batchItemFailures: [] });
    await openDigests(deps);
    house.pass(120_000);
    await sendAll(deps);
    expect(post.letters.map(({ text }) => text).join()).toContain('/rapporter/advice/2026-Q1');
    expect(post.letters.filter((letter) => holds(JSON.stringify(letter)))).toEqual([]);
    expect(await seen()).toEqual([]);
  });

  test('is in nothing that is searched in, whatever the stream hands over, nor when all of that is made anew', async () => {
    await life.save();
    await life.submit();
    await life.return(1);
    await house.door(draftCall());
    expect(await takeForSearch(house.deps, await streamRecords(house.table))).toEqual({ batchItemFailures: [] });
    await rebuildSearch(house.deps);
    const kim = await house.door({ who: 'kim', method: 'GET', path: '/search?q=advice' });
    expect(kim.text).toContain('"agreementId":"advice"');
    expect(await seen()).toEqual([]);
    for (const who of [...own, ...others])
      expect((await house.door({ who, method: 'GET', path: `/search?q=${bird}` })).text).toContain('"total":0');
  });

  test('is looked for in everything that anyone can read', async () => {
    await life.save();
    await life.submit();
    const all = { ...places, id: [...places.id, ...(await Promise.all(records.map(make))), await makePack()] };
    const submitted = await everythingRead(house.door, [...others, ...own], all, pass);
    await life.approve(1);
    const read = [...submitted, ...(await everythingRead(house.door, [...others, ...own], all, pass))];
    const answered = new Set(read.filter(({ status }) => status === 200).map(({ endpoint }) => endpoint));
    expect([...new Set(read.map(({ endpoint }) => endpoint))].filter((endpoint) => !answered.has(endpoint))).toEqual(
      [],
    );
    expect(read.filter(({ status }) => ![200, 403, 404, 409].includes(status))).toEqual([]);
  });

  test('is not in verify’s output, also where that finds a difference in the very report', async () => {
    await life.save();
    await life.submit();
    await life.return(1);
    await house.door(draftCall());
    const version = await house.table.get(versionKey(agreed.id, '2026-Q1', 1));
    await house.table.put({
      Item: { ...version, answers: JSON.stringify({ values: {}, texts: { done: 'otherwise' } }) },
    });
    expect((await verify(house.deps)).differences.length).toBeGreaterThan(0);
    expect(await seen()).toEqual([]);
  });
});

describe('a save that is refused', () => {
  const refusals: { what: string; call: () => Call; status: number }[] = [
    {
      what: 'for a value that cannot be',
      call: () => {
        const { texts } = birds();
        return draftCall({ body: { answers: { values: { spent: { kind: 'value', value: bird } }, texts } } });
      },
      status: 422,
    },
    {
      what: 'for a field that is not asked',
      call: () => draftCall({ body: { answers: { values: {}, texts: { [bird]: bird } } } }),
      status: 422,
    },
    { what: 'for a body that is no JSON', call: () => draftCall({ body: `{"answers": ${bird}` }), status: 400 },
    {
      what: 'for a body that is too large',
      call: () => draftCall({ body: JSON.stringify({ answers: bird.repeat(200_000) }) }),
      status: 413,
    },
    {
      what: 'for a body of another kind',
      call: () => draftCall({ headers: { 'if-match': '*', 'content-type': 'text/plain' }, body: bird }),
      status: 415,
    },
    { what: 'for want of a version', call: () => draftCall({ headers: { 'idempotency-key': 'k' } }), status: 428 },
    {
      what: 'as stale',
      call: () => draftCall({ headers: { 'if-match': '"1.9"', 'idempotency-key': 'k' } }),
      status: 412,
    },
    { what: 'to a coordinator', call: () => draftCall({ who: 'kim' }), status: 403 },
    { what: 'to another actor’s reporter', call: () => draftCall({ who: 'cia' }), status: 404 },
  ];

  test.each(refusals)('$what leaves nothing of what was written anywhere', async ({ call, status }) => {
    await life.save();
    expect((await house.door(call())).status).toBe(status);
    expect(await flies()).toBe(false);
    expect(await lying()).toEqual([]);
    expect(JSON.stringify([...(await wholeTable(house.table))])).not.toContain(bird);
  });

  test('because someone else wrote in the same field shows both values to the two of them, and to nobody else', async () => {
    await life.save();
    const { etag } = await life.look();
    const patch = (who: Name, text: string): Promise<Answer> =>
      house.door({
        who,
        method: 'PATCH',
        path: `${life.path}/draft`,
        body: { answers: { texts: { done: text } } },
        headers: { 'if-match': etag, 'idempotency-key': 'k' },
      });
    expect((await patch('anna', `${bird} of anna`)).status).toBe(200);
    const second = await patch('bo', `${bird} of bo`);
    expect(second.status).toBe(412);
    expect(second.text).toContain(`${bird} of anna`);
    expect(await seen()).toEqual([]);
  });

  test('for a fault of ours is logged by its kind and place, and by nothing that was written', async () => {
    await life.save();
    const broken = house.doorThrough((send) => async (command) => {
      if (!JSON.stringify(command.input).includes(bird)) return send(command);
      throw new Error(`no such item\n  ${JSON.stringify(command.input)}\n  ${bird}`);
    });
    const answer = await broken(draftCall());
    expect(answer.status).toBe(500);
    expect(answer.text).not.toContain(bird);
    expect(logged.join()).toMatch(/"event":"unforeseen"/);
    expect(await seen()).toEqual([]);
  });
});

test('the answer to a remark is for the two sides that it is between: no leader, other actor, event or log has it', async () => {
  await life.save();
  await life.submit();
  await house.door({
    who: 'kim',
    method: 'POST',
    path: `${life.path}/return`,
    body: { version: 1, remarks: [{ path: 'values.visits', text: 'why?' }] },
  });
  const tick: Call = {
    who: 'anna',
    method: 'PUT',
    path: `${life.path}/remarks/1-1`,
    body: { resolved: true, answer: bird },
  };
  expect((await house.door(tick)).text).toContain(bird);
  const shared = (key: string) => /^REPORT#advice#2026-Q1(?: REMARK#|$)/.test(key);
  expect(await lying(shared)).toEqual([]);
  const readers = await readByOthers();
  expect(readers).toContain('kim reads /reports/advice/2026-Q1');
  expect(readers.filter((one) => !/^kim reads \/reports(?:$|\?|\/advice\/2026-Q1$)/.test(one))).toEqual([]);
});
