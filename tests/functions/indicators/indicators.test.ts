import { beforeAll, expect, test } from 'vitest';
import { openDemoHouse, type DemoHouse } from '../demoHouse.ts';
import { changedBetween, wholeTable } from '../wholeTable.ts';

interface Indicator {
  id: string;
  version: number;
  name: { sv: string; en: string };
  unit: { sv: string; en: string };
  decimals: number;
  dimensions: string[];
  options?: { id: string }[];
}
interface Problem {
  errors: { path: string; code: string; message: string }[];
}

let house: DemoHouse;
beforeAll(async () => {
  house = await openDemoHouse();
});
const read = async (id: string) => (await house.call<Indicator>('samordnare', 'GET', `/indicators/${id}`)).json;
const plain = {
  name: { sv: 'Mentorssamtal', en: 'Mentor talks' },
  unit: { sv: 'samtal', en: 'talks' },
  kind: 'flow',
  definition: { sv: 'Antal genomförda samtal med en mentor på 20 minuter eller mer.' },
};
const make = (body: object) =>
  house.call<Indicator & Problem>('samordnare', 'POST', '/indicators', { ...plain, ...body });
const put = (id: string, body: object) =>
  house.call<Indicator & Problem>('samordnare', 'PUT', `/indicators/${id}`, body, { 'if-match': '*' });
const codes = ({ json }: { json: Problem }) => json.errors.map(({ path, code }) => `${path} ${code}`);

test('a new indicator is at once in the library that agreements choose from', async () => {
  const { status, json } = await make({});
  expect([status, json.id, json.decimals]).toEqual([201, 'mentorssamtal', 0]);
  const { indicators } = (await house.call<{ indicators: Indicator[] }>('rapportor.almi', 'GET', '/library')).json;
  expect(indicators.at(-1)?.id).toBe('mentorssamtal');
});

test('every sort of indicator of the library can be saved as it is, which changes nothing', async () => {
  const { items } = (await house.call<{ items: Indicator[] }>('samordnare', 'GET', '/indicators')).json;
  const before = await wholeTable(house.bare);
  // One of each that has the same fields: saving all of them takes long.
  const sorts = new Map(items.map((one) => [Object.keys(one).sort().join(), one]));
  for (const indicator of sorts.values()) {
    const saved = await put(indicator.id, indicator);
    expect([indicator.id, saved.status, saved.json]).toEqual([indicator.id, 200, indicator]);
  }
  expect(changedBetween(before, await wholeTable(house.bare))).toEqual([]);
});

test('of an indicator in use, what its figures mean cannot change, and the refusal says what to do instead', async () => {
  const used = await read('radgivningstillfallen');
  const refused = await put(used.id, { ...used, kind: 'stock', unit: { sv: 'timmar', en: 'hours' } });
  expect([refused.status, codes(refused)]).toEqual([422, ['kind usedKind', 'unit.sv usedUnit']]);
  expect(refused.json.errors[0]?.message).toMatch(/nytt mått som ersätter/);
  expect(codes(await put(used.id, { ...used, dimensions: [] }))).toEqual(['dimensions usedDimension']);
  expect((await put(used.id, { ...used, decimals: 1, unit: { ...used.unit, en: 'advice' } })).status).toBe(200);
  expect(codes(await put(used.id, { ...used, decimals: 0 }))).toEqual(['decimals usedDecimals']);
});

test('of an indicator that nobody uses yet, anything can change', async () => {
  const { json: made } = await make({ name: { sv: 'Ej använt' } });
  expect(made.name.en).toBe('Ej använt');
  expect((await put(made.id, { ...made, kind: 'stock', unit: { sv: 'timmar' } })).status).toBe(200);
});

test('an indicator replaces one other, which is then retired, and never in a circle', async () => {
  const { json: old } = await make({ name: { sv: 'Gammalt' } });
  const { status, json: replacing } = await make({ name: { sv: 'Nytt' }, replaces: old.id });
  expect(status).toBe(201);
  expect((await put(old.id, { ...old, retiredAt: '2026-11-20' })).status).toBe(200);
  expect(codes(await put(old.id, { ...old, replaces: replacing.id }))).toEqual(['replaces circular']);
  expect(codes(await make({ name: { sv: 'Ännu ett' }, replaces: old.id }))).toEqual(['replaces replacedAlready']);
  expect(codes(await make({ replaces: 'ingen' }))).toEqual(['replaces unknownIndicator']);
});

test('an indicator counts some of one other, which is checked and told in its history', async () => {
  const { json: whole } = await make({ name: { sv: 'Alla samtal' } });
  const { status, json: part } = await make({ name: { sv: 'Samtal på plats' }, partOf: whole.id });
  expect([status, part]).toMatchObject([201, { partOf: whole.id }]);
  expect(await read(part.id)).toMatchObject({ partOf: whole.id });
  expect(codes(await put(whole.id, { ...whole, partOf: part.id }))).toEqual(['partOf partOfItself']);
  expect(codes(await make({ unit: { sv: 'timmar' }, partOf: whole.id }))).toEqual(['partOf partOfOther']);
  expect(codes(await put(whole.id, { ...whole, unit: { sv: 'timmar' } }))).toEqual(['unit.sv hasParts']);
  expect((await put(part.id, { ...part, partOf: null })).status).toBe(200);
  const { items } = (
    await house.call<{ items: { fields: object[] }[] }>('samordnare', 'GET', `/indicators/${part.id}/changes`)
  ).json;
  expect(items[0]?.fields).toEqual([{ path: 'partOf', before: whole.id, after: null }]);
});

const description = { sv: 'Så räknas det.' };
test.each([
  ['no definition', { definition: undefined }, ['definition invalid_type']],
  ['a blank definition', { definition: { sv: ' ' } }, ['definition.sv blank']],
  ['a kind that there is not', { kind: 'sum' }, ['kind invalid_value']],
  ['half a decimal', { decimals: 0.5 }, ['decimals invalid_type']],
  ['a breakdown that there is not', { dimensions: ['planet'] }, ['dimensions.0 unknownDimension']],
  [
    'a ratio of nothing',
    { kind: 'ratio' },
    ['numerator ratioNeedsParts', 'denominator ratioNeedsParts', 'scale ratioNeedsScale'],
  ],
  [
    'a ratio times zero',
    { kind: 'ratio', numerator: description, denominator: description, scale: '0' },
    ['scale notPositive'],
  ],
  ['a flow with a scale', { scale: '100' }, ['scale onlyRatio']],
  [
    'a rating with one answer',
    { kind: 'text', options: [{ id: 'a', name: { sv: 'A' } }] },
    ['options textNeedsOptions'],
  ],
  ['a plausible range the wrong way', { plausible: { min: '10', max: '2' } }, ['plausible.max reversed']],
  ['a plausible range below zero', { plausible: { min: '-5' } }, ['plausible.min negative']],
  ['a plausible range with too many decimals', { plausible: { max: '0,5' } }, ['plausible.max tooManyDecimals']],
  ['a plausible range in words', { plausible: { max: 'många' } }, ['plausible.max notANumber']],
  ['a name of 10,000 characters', { name: { sv: 'a'.repeat(10_000) } }, ['name.sv tooLong']],
])('%s is refused, and the field is named', async (_what, wrong, expected) => {
  const answer = await make(wrong);
  expect([answer.status, codes(answer)]).toEqual([422, expected]);
});
