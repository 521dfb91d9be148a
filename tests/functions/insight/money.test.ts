import { FinancingSchema } from '@insatskollen/functions/insight/schemas.ts';
import { sum } from '@insatskollen/shared/decimal.ts';
import { beforeAll, expect, test } from 'vitest';
import { openDemoHouse, type DemoHouse } from '../demoHouse.ts';

let house: DemoHouse;
beforeAll(async () => {
  house = await openDemoHouse();
});
const ask = async (query: string, who = 'ledning') =>
  FinancingSchema.parse((await house.call(who, 'GET', `/summary/financing?${query}`)).json).groups;

interface Agreement {
  version: number;
  termStart: string;
  termEnd: string;
  financing: Record<string, string>;
}

test('a year holds the money of agreements that run through it, by source, and strategic areas hold their focus areas’', async () => {
  const { json } = await house.call<{ items: Agreement[] }>('ledning', 'GET', '/agreements?limit=200');
  const through = json.items.filter(({ termStart, termEnd }) => termStart <= '2025-01-01' && termEnd === '2025-12-31');
  const areas = await ask('from=2025&to=2025');
  const own = sum(areas.map((area) => area.own));
  expect(Number(own)).toBeGreaterThanOrEqual(
    through.reduce((all, { financing }) => all + Number(financing['own'] ?? 0), 0),
  );
  const whole = await ask('from=2025&to=2025&groupBy=strategicArea');
  expect(sum(whole.map((area) => area.own))).toBe(own);
  expect(areas.find(({ id }) => id === 'attrahera-talang-och-kompetens')).toMatchObject({
    agreements: 0,
    own: '0',
    leverage: null,
    results: [],
  });
  for (const { sources, total, own: region, external } of areas) {
    expect(sum(sources.map(({ amount }) => amount))).toBe(total);
    expect(sum([region, external])).toBe(total);
  }
});

test('money for each result is what agreements with it cost the region, with its warnings', async () => {
  const area = (await ask('from=2026&to=2026')).find(({ id }) => id === 'starka-nyforetagande');
  const started = area?.results.find(({ id }) => id === 'startade-foretag');
  expect(Number(started?.ownForEach)).toBe(Math.round(Number(started?.own) / Number(started?.value)));
  expect(started?.cautions).toEqual(['incomplete', 'shared']);
  expect(area?.results.map(({ id }) => id)).not.toContain('unika-radgivna');
  expect(area?.results.map(({ id }) => id)).not.toContain('formedlat-externt-kapital');
});

test('what an agreement’s money is confidential about is not told, nor by what it would leave', async () => {
  const area = async (who: string) =>
    (await ask('from=2026&to=2026', who)).find(({ id }) => id === 'innovation-digitalisering-omstallning');
  const groups = await ask('from=2026&to=2026');
  const alone = groups.find(({ agreements }) => agreements === 1);
  const { json } = await house.call<{ items: (Agreement & { id: string; initiativeId: string })[] }>(
    'samordnare',
    'GET',
    '/agreements?limit=200',
  );
  const initiatives = await house.call<{ items: { id: string; primaryFocusArea: string }[] }>(
    'samordnare',
    'GET',
    '/initiatives?limit=200',
  );
  const areaOf = new Map(initiatives.json.items.map((one) => [one.id, one.primaryFocusArea]));
  const agreement = json.items.find(
    ({ initiativeId, termStart, termEnd }) =>
      areaOf.get(initiativeId) === alone?.id && termEnd >= '2026-01-01' && termStart <= '2026-12-31',
  );
  if (!agreement || !alone) throw new Error('the demo has no area with one agreement');
  const confidential = [{ field: 'financing', chapter: '31', section: '16', reason: 'Affärsvillkor.' }];
  const { id, ...rest } = agreement;
  const saved = await house.call(
    'samordnare',
    'PUT',
    `/agreements/${id}`,
    { ...rest, confidential, reason: 'Sekretess.' },
    { 'if-match': `"${agreement.version}"` },
  );
  expect(saved.status).toBe(200);
  const told = (of: typeof groups) => of.find((one) => one.id === alone.id);
  expect(told(await ask('from=2026&to=2026'))).toMatchObject({
    agreements: 1,
    withheld: 1,
    total: '0',
    sources: [],
    results: [],
  });
  expect(told(await ask('from=2026&to=2026', 'samordnare'))).toMatchObject({ withheld: 0, total: alone.total });
  expect(await area('ledning')).toEqual(groups.find(({ id: of }) => of === 'innovation-digitalisering-omstallning'));
});
