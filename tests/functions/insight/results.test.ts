import { SummarySchema } from '@insatskollen/functions/summary/schemas.ts';
import { add, zero } from '@insatskollen/shared/decimal.ts';
import { beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { openDemoHouse, type DemoHouse } from '../demoHouse.ts';
import { reportAt } from '../reportAt.ts';

type Summary = z.output<typeof SummarySchema>;
let house: DemoHouse;
beforeAll(async () => {
  house = await openDemoHouse();
});

const ask = async (path: string, who = 'ledning'): Promise<Summary> => {
  const answer = await house.call(who, 'GET', path);
  expect(answer.status).toBe(200);
  return SummarySchema.parse(answer.json);
};
const idsOf = async (kind: 'actors' | 'initiatives'): Promise<string[]> => {
  const { json } = await house.call<{ items: { id: string }[] }>('ledning', 'GET', `/${kind}?limit=200`);
  return json.items.map(({ id }) => id);
};
/** Whatever is summed, by area and indicator, and how many reports are expected and approved of each area. */
function sums(summaries: readonly Summary[]): Map<string, string> {
  const all = new Map<string, string>();
  const put = (name: string, value: string) => all.set(name, add(all.get(name) ?? zero, value));
  for (const { groups } of summaries)
    for (const { id, coverage, indicators } of groups) {
      if (coverage.expected > 0) put(`${id} expected`, String(coverage.expected));
      if (coverage.approved > 0) put(`${id} approved`, String(coverage.approved));
      for (const { id: indicator, value, contributions, ratio, range } of indicators) {
        if (contributions > 0) put(`${id} ${indicator} contributions`, String(contributions));
        if (value != null) put(`${id} ${indicator}`, value);
        if (ratio != null) put(`${id} ${indicator} denominator`, ratio.denominator);
        if (range != null) put(`${id} ${indicator} most`, range.max);
      }
    }
  return all;
}

const corrections = (summaries: readonly Summary[]) =>
  summaries.flatMap((one) => one.corrections.map((correction) => JSON.stringify(correction))).toSorted();

test.each([
  ['actors', '2026', ''],
  ['actors', '2025', ''],
  ['initiatives', '2026', ''],
  ['actors', '2026-Q2', ''],
  ['actors', '2026', '&include=preview'],
  ['initiatives', '2026-H1', '&include=preview'],
  ['actors', '2026', '&asOf=2026-08-01'],
  ['initiatives', '2025', '&asOf=2026-02-10'],
  ['actors', '2026', '&asOf=2025-01-01'],
] as const)('what %s come to each, together is what the areas come to in %s%s', async (kind, window, seen) => {
  const query = `from=${window}&to=${window}${seen}`;
  const each = await Promise.all((await idsOf(kind)).map((id) => ask(`/${kind}/${id}/results?${query}`, 'samordnare')));
  const areas = await ask(`/summary?${query}`, 'samordnare');
  expect(sums(each)).toEqual(sums([areas]));
  expect(corrections(each)).toEqual(corrections([areas]));
});

test('the preview is for coordinators, and has no earlier days', async () => {
  const query = '/actors/almi/results?from=2026&to=2026&include=preview';
  expect((await house.call('ledning', 'GET', query)).status).toBe(403);
  expect((await house.call('samordnare', 'GET', `${query}&asOf=2026-08-01`)).status).toBe(422);
});

test.each(['', '&include=preview', '&asOf=2026-08-01', '&asOf=2026-02-01'])(
  'an actor alone in an area comes to what the area does, with targets, parts, trend and the year before%s',
  async (seen) => {
    const ids = await idsOf('actors');
    const both = await Promise.all(
      ids.map(async (id) => ({ id, ...(await ask(`/actors/${id}/results?from=2025&to=2026`)) })),
    );
    const areas = both.flatMap(({ id, groups }) => groups.map((group) => ({ actor: id, area: group.id })));
    const alone = areas.filter(({ area }) => areas.filter((one) => one.area === area).length === 1);
    expect(alone.length).toBeGreaterThan(1);
    const whole = (await ask(`/summary?from=2026&to=2026&trend=true${seen}`, 'samordnare')).groups;
    for (const { actor, area } of alone) {
      const expected = whole.find(({ id }) => id === area);
      if (!expected?.coverage.expected) continue;
      const { groups } = await ask(`/actors/${actor}/results?from=2026&to=2026${seen}`, 'samordnare');
      expect(groups.find(({ id }) => id === area)).toEqual(expected);
    }
  },
);

test('a report that is opened for correction leaves its actor’s figures too, and one that nobody knows has none', async () => {
  const query = 'from=2026-Q1&to=2026-Q1';
  const started = async () =>
    (await ask(`/actors/nfc-eskilstuna/results?${query}`)).groups[0]?.indicators.find(
      ({ id }) => id === 'startade-foretag',
    )?.value;
  expect(await started()).not.toBeNull();
  const report = reportAt(house, 'nfc-eskilstuna-2026', '2026-Q1');
  await report.reopen('samordnare', (await report.read()).json.version, { reason: 'Fel.' });
  expect(await started()).toBeNull();
  const { groups, corrections: later } = await ask(`/actors/nfc-eskilstuna/results?${query}&asOf=2026-11-01`);
  expect(groups[0]?.indicators.find(({ id }) => id === 'startade-foretag')?.value).not.toBeNull();
  expect(later.map(({ what }) => what)).toEqual(['reopened']);
  expect((await house.call('ledning', 'GET', `/actors/finns-inte/results?${query}`)).status).toBe(404);
});

test('a priority of RUS comes to what the agreements that contribute to it do, together first and then in each area', async () => {
  const [whole, ...areas] = (await ask('/rus-priorities/livslangt-larande/results?from=2025&to=2025')).groups;
  expect(whole?.name).toContain('lärande');
  expect(areas.length).toBeGreaterThan(1);
  expect(areas.reduce((all, { coverage }) => all + coverage.expected, 0)).toBe(whole?.coverage.expected);
  const { json } = await house.call<{ items: { id: string; rusPriorities: string[] }[] }>(
    'ledning',
    'GET',
    '/agreements?limit=200',
  );
  const contributing = new Set(
    json.items.filter(({ rusPriorities }) => rusPriorities.includes('livslangt-larande')).map(({ id }) => id),
  );
  const rows = await Promise.all(
    areas.map(async ({ id }) => {
      const path = `/summary/contributions?from=2025&to=2025&focusArea=${id}&indicator=genomforda-aktiviteter&limit=200`;
      return (
        await house.call<{ items: { agreementId: string; answer: { value?: string } }[] }>('ledning', 'GET', path)
      ).json.items;
    }),
  );
  const counted = rows.flat().filter(({ agreementId }) => contributing.has(agreementId));
  const total = counted.reduce((all, { answer }) => add(all, answer.value ?? zero), zero);
  expect(whole?.indicators.find(({ id }) => id === 'genomforda-aktiviteter')?.value).toBe(total);
});
