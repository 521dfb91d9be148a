import { readReference } from '@insatskollen/infra/reference/read.ts';
import { IndicatorContentSchema, type IndicatorContent } from '@insatskollen/shared/indicators/indicatorContent.ts';
import { indicatorFaults, type IndicatorContext } from '@insatskollen/shared/indicators/indicatorFaults.ts';
import { indicatorFaultText } from '@insatskollen/shared/indicators/faultText.ts';
import { describe, expect, test } from 'vitest';

const reference = readReference();
const unused = { used: false, askedDimensions: new Set<string>() };
const context = (id: string, rest: Partial<IndicatorContext> = {}): IndicatorContext => ({
  language: 'sv',
  id,
  dimensions: new Set(reference.dimension.map((one) => one.id)),
  indicators: new Map(reference.indicator.map((one) => [one.id, one])),
  use: unused,
  ...rest,
});
const parsed = (thing: object): IndicatorContent =>
  IndicatorContentSchema.parse(
    Object.fromEntries(Object.entries(thing).filter(([name]) => name !== 'id' && name !== 'version')),
  );
const of = (id: string): IndicatorContent => {
  const found = reference.indicator.find((one) => one.id === id);
  if (!found) throw new Error(`no ${id}`);
  return parsed(found);
};

test('every indicator of the library keeps the rules', () => {
  for (const indicator of reference.indicator)
    expect([indicator.id, indicatorFaults(parsed(indicator), undefined, context(indicator.id))]).toEqual([
      indicator.id,
      [],
    ]);
});

describe('an indicator in use', () => {
  const used = { use: { used: true, askedDimensions: new Set(['gender']) } };
  const faults = (id: string, change: Partial<IndicatorContent>, how: Partial<IndicatorContext> = used) =>
    indicatorFaults({ ...of(id), ...change }, of(id), context(id, how)).map(({ path, code }) => `${path} ${code}`);

  test.each<[string, string, Partial<IndicatorContent>, string[]]>([
    ['its kind', 'startade-foretag', { kind: 'stock' }, ['kind usedKind']],
    ['its unit', 'startade-foretag', { unit: { sv: 'bolag', en: 'firms' } }, ['unit.sv usedUnit']],
    ['the English of its unit', 'startade-foretag', { unit: { sv: 'företag', en: 'companies' } }, []],
    ['its definition', 'startade-foretag', { definition: { sv: 'Räknas så här.' } }, []],
    ['its scale', 'nojda-deltagare', { scale: '1' }, ['scale usedScale']],
    ['fewer decimals', 'nojda-deltagare', { decimals: 0 }, ['decimals usedDecimals']],
    ['more decimals', 'nojda-deltagare', { decimals: 2 }, []],
    ['a breakdown that is asked', 'startade-foretag', { dimensions: ['age'] }, ['dimensions usedDimension']],
    ['a breakdown that nobody asks', 'startade-foretag', { dimensions: ['gender'] }, []],
    ['one answer fewer', 'delmal-uppnatt', { options: of('delmal-uppnatt').options?.slice(1) }, ['options usedOption']],
  ])('changes %s, or may not', (_what, id, change, expected) => {
    expect(faults(id, change)).toEqual(expected);
  });

  test('is not one that nobody has agreed', () => {
    expect(faults('startade-foretag', { kind: 'stock', unit: { sv: 'bolag', en: 'firms' } }, {})).toEqual([]);
  });

  test('takes negative numbers for good once it does', () => {
    const before = { ...of('startade-foretag'), negative: true };
    const after = { ...before, negative: undefined };
    expect(indicatorFaults(after, before, context('startade-foretag', used)).map(({ code }) => code)).toEqual([
      'usedNegative',
    ]);
  });
});

describe('an indicator that counts some of another', () => {
  const faults = (id: string, change: Partial<IndicatorContent>) =>
    indicatorFaults({ ...of(id), ...change }, of(id), context(id)).map(({ path, code }) => `${path} ${code}`);

  test.each<[string, string, Partial<IndicatorContent>, string[]]>([
    ['a share of what is counted', 'andel-startade-av-kvinnor', { partOf: 'foretag-som-far-stod' }, []],
    ['the same unit, of another kind', 'startade-foretag', { partOf: 'foretag-som-far-stod' }, []],
    ['one that there is not', 'startade-foretag', { partOf: 'ingen' }, ['partOf unknownIndicator']],
    ['itself', 'startade-foretag', { partOf: 'startade-foretag' }, ['partOf partOfItself']],
    ['its own part', 'gastnatter', { partOf: 'gastnatter-utlandska' }, ['partOf partOfItself']],
    ['another unit', 'gastnatter-utlandska', { partOf: 'startade-foretag' }, ['partOf partOfOther']],
    ['a share', 'nya-foretag-som-far-stod', { partOf: 'nojda-deltagare' }, ['partOf partOfOther']],
    ['a rating', 'nojda-deltagare', { partOf: 'delmal-uppnatt' }, ['partOf partOfOther']],
    ['something, being a rating', 'delmal-uppnatt', { partOf: 'gastnatter' }, ['partOf partOfOther']],
    ['it no longer', 'andel-startade-av-kvinnor', { partOf: null }, []],
  ])('may be part of %s, or may not', (_what, id, change, expected) => {
    expect(faults(id, change)).toEqual(expected);
  });

  test('keeps the other in its unit', () => {
    expect(faults('gastnatter', { unit: { sv: 'bäddar', en: 'beds' } })).toEqual(['unit.sv hasParts']);
    const ratio = of('nojda-deltagare');
    const change = { ...ratio, name: of('startade-foretag').name, dimensions: [] };
    expect(faults('startade-foretag', change)).toEqual(['kind hasParts']);
    expect(faults('startade-foretag', { unit: { sv: 'bolag', en: 'firms' } })).toEqual([]);
  });
});

test('says the same in both languages', () => {
  expect(Object.keys(indicatorFaultText.en)).toEqual(Object.keys(indicatorFaultText.sv));
});
