import { beforeAll, describe, expect, test } from 'vitest';
import type { Snapshot } from '@insatskollen/shared/publications/snapshot.ts';
import { openDemoHouse, type DemoHouse } from '../demoHouse.ts';

const AREA = 'starka-nyforetagande';
const OTHER = 'internationalisering-och-export';
const SUM = 'innovation-och-konkurrenskraft';
const WINDOW = '2026';

interface Publication {
  version: number;
  state: string;
  termOf: { areaId: string } | null;
  history: { what: string; reason: string | null; withArea: string | null }[];
}

let house: DemoHouse;
/** What somebody else does just before the next transaction reaches the table. */
let meanwhile: (() => Promise<void>) | undefined;
beforeAll(async () => {
  house = await openDemoHouse((send) => async (command) => {
    const act = command.constructor.name === 'TransactWriteCommand' ? meanwhile : undefined;
    if (act) {
      meanwhile = undefined;
      await act();
    }
    return send(command);
  });
});

const act = (area: string, action: 'publish' | 'withdraw', body: object = {}) =>
  house.call<{ code?: string }>('samordnare', 'POST', `/publications/${area}/${WINDOW}/${action}`, body, {
    'if-match': '*',
  });
async function publish(...areas: string[]): Promise<void> {
  for (const area of areas) {
    const answer = await act(area, 'publish');
    expect(answer.status, answer.text).toBe(200);
    house.pass(1);
  }
}
async function withdraw(area: string, reason = 'Fel siffra från en aktör.'): Promise<void> {
  const answer = await act(area, 'withdraw', { reason });
  expect(answer.status, answer.text).toBe(200);
  house.pass(1);
}
const read = async (area: string) =>
  (await house.call<Publication>('samordnare', 'GET', `/publications/${area}/${WINDOW}`)).json;
const anyone = (area: string) => house.fetch(`/api/public/v1/summary?window=${WINDOW}&area=${area}`);
const status = async (area: string) => (await anyone(area)).status;
const termsOf = async (area: string) => {
  const { publications } = (await (await anyone(area)).json()) as { publications: Snapshot[] };
  return publications.flatMap(({ sumOf }) => sumOf.map(({ areaId }) => areaId)).sort();
};

describe('when an area of a published sum is withdrawn', () => {
  beforeAll(async () => {
    await publish(AREA, OTHER, SUM);
    expect((await read(AREA)).termOf).toMatchObject({ areaId: SUM });
    expect((await read(SUM)).termOf).toBeNull();
    await withdraw(AREA);
  });

  test('the sum goes with it, and the other area stays', async () => {
    expect([await status(AREA), await status(SUM), await status(OTHER)]).toEqual([410, 410, 200]);
    const everything = await house.fetch(`/api/public/v1/publications`);
    const { items } = (await everything.json()) as { items: { areaId: string; window: string }[] };
    expect(items.filter(({ window }) => window === WINDOW).map(({ areaId }) => areaId)).toEqual([OTHER]);
  });

  test('the history of the sum tells why, and with which area', async () => {
    const sum = await read(SUM);
    expect(sum.state).toBe('withdrawn');
    expect(sum.history[0]).toMatchObject({
      what: 'withdrawnWithArea',
      reason: 'Fel siffra från en aktör.',
      withArea: AREA,
    });
    expect((await read(AREA)).history[0]).toMatchObject({ what: 'withdrawn', withArea: null });
  });

  test('the sum can be published again without it, and then with it', async () => {
    await publish(SUM);
    expect(await termsOf(SUM)).toEqual([OTHER]);
    await publish(AREA);
    expect((await read(AREA)).termOf).toBeNull();
    await publish(SUM);
    expect(await termsOf(SUM)).toEqual([OTHER, AREA].sort());
  });
});

test('a sum that does not hold the area stays', async () => {
  await withdraw(SUM);
  await withdraw(AREA);
  await publish(SUM, AREA);
  await withdraw(AREA);
  expect(await status(SUM)).toBe(200);
});

describe('at the same time', () => {
  beforeAll(() => publish(AREA, SUM));

  test('a sum that somebody changes is not withdrawn under their hands, and nothing else is either', async () => {
    meanwhile = async () => {
      const written = { text: 'Summan visar vad vi har lärt oss.' };
      const put = await house.call('samordnare2', 'PUT', `/publications/${SUM}/${WINDOW}`, written, {
        'if-match': '*',
      });
      expect(put.status).toBe(200);
    };
    const answer = await act(AREA, 'withdraw', { reason: 'Fel siffra.' });
    expect([answer.status, answer.json.code]).toEqual([503, 'busy']);
    expect([await status(AREA), await status(SUM)]).toEqual([200, 200]);
    await withdraw(AREA);
    expect([await status(AREA), await status(SUM)]).toEqual([410, 410]);
  });

  test('a sum that is published with the area is not left behind when the area is withdrawn', async () => {
    await publish(AREA);
    meanwhile = () => publish(SUM);
    expect((await act(AREA, 'withdraw', { reason: 'Fel siffra.' })).status).toBe(503);
    await withdraw(AREA);
    expect(await status(SUM)).toBe(410);
  });

  test('a sum is not published of an area that is withdrawn meanwhile, or published again', async () => {
    await publish(AREA);
    meanwhile = () => withdraw(AREA);
    expect((await act(SUM, 'publish')).status).toBe(503);
    await publish(AREA);
    meanwhile = () => publish(AREA);
    expect((await act(SUM, 'publish')).status).toBe(503);
    await publish(SUM);
    expect(await termsOf(SUM)).toEqual([OTHER, AREA].sort());
  });

  test('whoever withdraws an area that somebody else has withdrawn is told so', async () => {
    meanwhile = () => withdraw(AREA);
    expect((await act(AREA, 'withdraw', { reason: 'Fel siffra.' })).status).toBe(412);
  });
});
