import type { ReportAnswer } from '@insatskollen/functions/reports/schemas.ts';
import type { Fault } from '@insatskollen/shared/refusals.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { openDemoHouse, type DemoHouse } from '../demoHouse.ts';
import { reportAt } from '../reportAt.ts';

let house: DemoHouse;
beforeAll(async () => {
  house = await openDemoHouse();
  await almi().write({ values: {}, texts: {} });
});

/** Asks for whole numbers, amounts with öre, a share, and breakdowns by gender and municipality. */
const almi = () => reportAt(house, 'almi-basuppdrag-2026', '2026-Q3');
/** Asks for a stock, and whether a milestone was reached. */
const create = () => reportAt(house, 'create-2026', '2026-Q3');
const whole = 'radgivningstillfallen';
const amount = 'nyttjade-medel-regionen';
const share = 'nojda-deltagare';
const number = (value: unknown, breakdowns?: unknown) => ({
  kind: 'value',
  value,
  ...(breakdowns ? { breakdowns } : {}),
});

/** Saves some answers; what comes back is the report, or what is wrong. */
const save = <T>(answers: unknown, report = almi()) =>
  house.call<T>(report.reporter, 'PATCH', `${report.path}/draft`, { answers }, { 'if-match': '*' });

/** What saving this one entry is refused with: path and code of every fault. */
async function faultsOf(indicatorId: string, entry: unknown, report = almi()): Promise<[string, string][]> {
  const { status, json } = await save<{ errors: Fault[] }>({ values: { [indicatorId]: entry } }, report);
  expect(status).toBe(422);
  return json.errors.map(({ path, code }) => [path, code]);
}

describe('a number is read as it is written', () => {
  test.each([
    [whole, '12', '12'],
    [whole, ' 12 ', '12'],
    [whole, '007', '7'],
    [whole, '0', '0'],
    [whole, '-0', '0'],
    [whole, '1 234', '1234'],
    [whole, '1\u00a0234\u202f567', '1234567'],
    [whole, '12,0', '12'],
    [whole, '123456789012345', '123456789012345'],
    [amount, '1 234,5', '1234.5'],
    [amount, '1234.50', '1234.5'],
    [amount, '999999999999999,99', '999999999999999.99'],
    [amount, '0,01', '0.01'],
  ])('%s: «%s» is %s', async (indicatorId, typed, value) => {
    const { status, json } = await almi().patch({ values: { [indicatorId]: number(typed) } });
    expect([status, json.answers.values[indicatorId]]).toEqual([200, { kind: 'value', value }]);
    expect((await almi().read()).json.answers.values[indicatorId]).toEqual({ kind: 'value', value });
  });
});

describe('a number that cannot be read for certain is refused, and the draft stays as it was', () => {
  beforeAll(async () => {
    await almi().patch({ values: { [whole]: number('7'), [amount]: number('7,5') } });
  });

  test.each([
    ...[
      '1.234,5',
      '1,234.5',
      '1e999',
      '1e3',
      'NaN',
      'Infinity',
      '-Infinity',
      '',
      '   ',
      'ca 50',
      '12 kr',
      '1,2,3',
      '0x10',
    ],
    ...[
      '½',
      '١٢',
      '１２',
      '1 23',
      '1 2345',
      "1'234",
      '+5',
      '5.',
      '.5',
      '--5',
      '5-',
      '1_000',
      '1\n2',
      '1\u0000',
      '<b>1</b>',
    ],
    ...['9'.repeat(61), '\u202e12', '12\u200b', 'null', 'undefined', '__proto__'],
  ])('«%s»', async (typed) => {
    expect(await faultsOf(amount, number(typed))).toEqual([[`values.${amount}.value`, 'notANumber']]);
    expect((await almi().read()).json.answers.values[amount]).toEqual({ kind: 'value', value: '7.5' });
  });

  test.each([
    [whole, '1234567890123456', 'tooManyDigits'],
    [whole, '1,5', 'tooManyDecimals'],
    [amount, '1,234', 'tooManyDecimals'],
    [amount, '0.001', 'tooManyDecimals'],
    [whole, '-5', 'negative'],
    [amount, '−0,5', 'negative'],
    [amount, `${'9'.repeat(16)},999`, 'tooManyDigits'],
  ])('%s: «%s» is %s', async (indicatorId, typed, code) => {
    expect(await faultsOf(indicatorId, number(typed))).toEqual([[`values.${indicatorId}.value`, code]]);
    expect((await almi().read()).json.answers.values[whole]).toEqual({ kind: 'value', value: '7' });
  });

  test.each([[12], [1.5], [null], [true], [['12']], [{ value: '12' }], [undefined]])(
    '%j, which is no text',
    async (sent) => {
      expect(await faultsOf(whole, number(sent))).toEqual([[`values.${whole}.value`, 'invalid_type']]);
    },
  );
});

describe('a share', () => {
  const ratio = (numerator: unknown, denominator: unknown) => ({ kind: 'ratio', numerator, denominator });

  test('is a numerator and a denominator, and may be nothing of nothing', async () => {
    const { json } = await almi().patch({ values: { [share]: ratio('1 000', '1 250,0') } });
    expect(json.answers.values[share]).toEqual(ratio('1000', '1250'));
    expect((await almi().patch({ values: { [share]: ratio('0', '0') } })).status).toBe(200);
  });

  test.each([
    [ratio('12', '0'), 'denominator', 'zeroDenominator'],
    [ratio('-1', '4'), 'numerator', 'negative'],
    [ratio('1', '1e2'), 'denominator', 'notANumber'],
    [ratio('1', 4), 'denominator', 'invalid_type'],
    [number('80'), 'kind', 'wrongKind'],
    [{ kind: 'ratio', numerator: '1' }, 'denominator', 'invalid_type'],
  ])('%j is refused', async (entry, field, code) => {
    expect(await faultsOf(share, entry)).toEqual([[`values.${share}.${field}`, code]]);
  });
});

describe('a breakdown', () => {
  test('may leave something unsaid, and every part is read as a number', async () => {
    const breakdowns = { gender: { women: '1 000', men: '200' }, municipality: { '0484': '1200' } };
    const { json } = await almi().patch({ values: { [whole]: number('1234', breakdowns) } });
    expect(json.answers.values[whole]).toEqual({
      kind: 'value',
      value: '1234',
      breakdowns: { gender: { women: '1000', men: '200' }, municipality: { '0484': '1200' } },
    });
  });

  test.each<[string, unknown, [string, string][]]>([
    ['over its total', { gender: { women: '7', men: '6' } }, [['gender', 'exceedsTotal']]],
    [
      'over its total by the least that there is',
      { gender: { women: '12.0001', men: '0' } },
      [
        ['gender.women', 'tooManyDecimals'],
        ['gender', 'exceedsTotal'],
      ],
    ],
    ['with a part that nobody knows', { gender: { others: '1' } }, [['gender.others', 'unknownPart']]],
    ['with a part from another dimension', { gender: { '0484': '1' } }, [['gender.0484', 'unknownPart']]],
    ['that the agreement does not ask for', { age: { 'under-20': '1' } }, [['age', 'unknownDimension']]],
    ['that nobody knows', { shoeSize: { big: '1' } }, [['shoeSize', 'unknownDimension']]],
    ['by way of what every object has', { constructor: { name: '1' } }, [['constructor', 'unknownDimension']]],
    ['with negative parts', { gender: { women: '-1', men: '13' } }, [['gender.women', 'negative']]],
    ['that is a list', { gender: ['7', '5'] }, [['gender', 'invalid_type']]],
    ['that is a number', { gender: '12' }, [['gender', 'invalid_type']]],
    ['with parts that are no text', { gender: { women: 7 } }, [['gender.women', 'invalid_type']]],
    [
      'with several faults, all at once',
      { gender: { women: '1,5', other: '2' }, size: {} },
      [
        ['gender.women', 'tooManyDecimals'],
        ['gender.other', 'unknownPart'],
        ['size', 'unknownDimension'],
      ],
    ],
  ])('%s is refused', async (_, breakdowns, faults) => {
    const at = `values.${whole}.breakdowns`;
    expect(await faultsOf(whole, number('12', breakdowns))).toEqual(
      faults.map(([path, code]) => [`${at}.${path}`, code]),
    );
  });

  test('of a share does not exist', async () => {
    const entry = { kind: 'ratio', numerator: '1', denominator: '2', breakdowns: {} };
    expect(await faultsOf(share, entry)).toEqual([[`values.${share}.breakdowns`, 'unknownField']]);
  });
});

describe('an entry', () => {
  test.each<[string, unknown]>([
    ['not applicable', { kind: 'notApplicable' }],
    ['not yet known, but promised', { kind: 'notYetKnown', promisedBy: '2027-01-31' }],
    [
      'typed and not readable, kept as it was typed',
      { kind: 'unparsed', raw: { value: 'ca 50 😀 <b>' }, comment: 'Ungefär.' },
    ],
  ])('may be %s', async (_, entry) => {
    for (const indicatorId of [whole, share]) {
      const { status, json } = await almi().patch({ values: { [indicatorId]: entry } });
      expect([status, json.answers.values[indicatorId]]).toEqual([200, entry]);
    }
  });

  test('that cannot be read asks to be put right and stops submitting', async () => {
    await create().fill(20);
    const { json } = await create().patch({
      values: { inkubatorbolag: { kind: 'unparsed', raw: { value: 'ca 50' } } },
    });
    expect(json.advice).toContainEqual(expect.objectContaining({ path: 'values.inkubatorbolag', code: 'unparsed' }));
    expect(json.missing).toMatchObject([{ path: 'values.inkubatorbolag', code: 'unparsed' }]);
    const submitted = await create().submit();
    expect([submitted.status, submitted.json]).toMatchObject([
      422,
      { code: 'incomplete', errors: [{ path: 'values.inkubatorbolag', code: 'unparsed' }] },
    ]);
    expect((await create().read()).json.state).toBe('draft');
  });

  test.each<[string, unknown, string, string]>([
    ['of a kind that nobody knows', { kind: 'guess', value: '1' }, 'kind', 'invalid_union'],
    ['without a kind', { value: '1' }, 'kind', 'invalid_union'],
    ['that is a bare number', '12', '', 'invalid_type'],
    ['that is a list', [], '', 'invalid_type'],
    ['with a field too many', { ...number('1'), total: '1' }, 'total', 'unknownField'],
    ['with a field of another kind', { ...number('1'), choice: 'reached' }, 'choice', 'unknownField'],
    ['with its prototype', JSON.parse('{"kind":"value","value":"1","__proto__":{"x":1}}'), '__proto__', 'unknownField'],
    ['promised on no day', { kind: 'notYetKnown', promisedBy: '2026-02-30' }, 'promisedBy', 'notADate'],
    ['promised without a day', { kind: 'notYetKnown' }, 'promisedBy', 'invalid_type'],
    ['chosen where a number is asked for', { kind: 'choice', choice: 'reached' }, 'kind', 'wrongKind'],
    ['with a comment that is too long', { ...number('1'), comment: 'å'.repeat(1001) }, 'comment', 'tooLong'],
    ['with a comment that is no text', { ...number('1'), comment: 1 }, 'comment', 'invalid_type'],
  ])('%s is refused', async (_, entry, field, code) => {
    expect(await faultsOf(whole, entry)).toEqual([[`values.${whole}${field ? `.${field}` : ''}`, code]]);
  });

  test('chooses among the options that the indicator has', async () => {
    const choice = (chosen: string) => ({ kind: 'choice', choice: chosen });
    for (const wrong of ['fully', '', 'Reached', 'constructor', 'x'.repeat(60)])
      expect(await faultsOf('delmal-uppnatt', choice(wrong), create())).toEqual([
        ['values.delmal-uppnatt.choice', 'unknownChoice'],
      ]);
    const { json } = await create().patch({ values: { 'delmal-uppnatt': choice('partly') } });
    expect(json.answers.values['delmal-uppnatt']).toEqual(choice('partly'));
  });

  test.each([
    'startade-foretag',
    'finns-inte',
    'constructor',
    'toString',
    'hasOwnProperty',
    'values',
    ' ',
    'å'.repeat(100),
  ])('of an indicator outside the agreement is refused: «%s»', async (indicatorId) => {
    for (const entry of [number('1'), { kind: 'notApplicable' }, null])
      expect(await faultsOf(indicatorId, entry)).toEqual([[`values.${indicatorId}`, 'unknownIndicator']]);
    expect((await almi().write({ values: { [indicatorId]: number('1') } })).status).toBe(422);
  });

  test('of an answer to a question outside the agreement is refused', async () => {
    for (const id of ['finns-inte', 'constructor', 'valueOf', 'radgivningstillfallen']) {
      const { status, json } = await almi().patch({ texts: { [id]: 'Hej.' } });
      expect([status, json]).toMatchObject([422, { errors: [{ path: `texts.${id}`, code: 'unknownQuestion' }] }]);
    }
  });
});

describe('a text', () => {
  const saved = async (text: unknown) => {
    const { status, json } = await save<ReportAnswer & { errors?: Fault[] }>({ texts: { analys: text } });
    return [status, json.errors?.map(({ path, code }) => `${path}: ${code}`).join() ?? json.answers.texts['analys']];
  };
  const family = '👨‍👩‍👧‍👦';

  test.each<[string, string]>([
    ['emoji', `Bra ${family} 🏳️‍🌈 å\u030a`],
    ['right-to-left', 'شكرا \u202eabc\u202c'],
    ['tags, which stay text', '<script>alert(1)</script>\n<img src=x onerror="alert(1)"> {{7*7}} ${7*7}'],
    ['lists and paragraphs', '- ett\n- två\n\n\tTre'],
    ['10,000 characters', 'å'.repeat(10_000)],
    ['10,000 characters of several code units each', '🙂'.repeat(10_000)],
    ['as many families as fit in 40 kB', family.repeat(1_600)],
    ['nothing', ''],
  ])('may hold %s', async (_, text) => {
    expect(await saved(text)).toEqual([200, text]);
    expect((await almi().read()).json.answers.texts['analys']).toBe(text);
  });

  test('has one kind of line end, whatever keyboard wrote it', async () => {
    expect(await saved('ett\r\ntvå\rtre\nfyra')).toEqual([200, 'ett\ntvå\ntre\nfyra']);
  });

  test.each<[string, unknown, string]>([
    ['a character over 10,000', 'å'.repeat(10_001), 'texts.analys: tooLong'],
    ['an emoji over 10,000', '🙂'.repeat(10_001), 'texts.analys: tooLong'],
    ['more than 40 kB of few characters', family.repeat(1_601), 'texts.analys: tooLong'],
    ['an accent on an accent without end', `e${'\u0301'.repeat(160_000)}`, 'texts.analys: tooLong'],
    ['a null byte', 'a\u0000b', 'texts.analys: unprintable'],
    ['a bell', 'a\u0007b', 'texts.analys: unprintable'],
    ['half a character', 'a\ud83d', 'texts.analys: unprintable'],
    ['a number', 7, 'texts.analys: invalid_type'],
    ['a list', ['a'], 'texts.analys: invalid_type'],
  ])('with %s is refused', async (_, text, fault) => {
    expect(await saved(text)).toEqual([422, fault]);
  });
});

test('a whole report of more than 350 kB is refused, and says so once', async () => {
  const { json } = await almi().read();
  const texts = Object.fromEntries(json.agreement.questions.map(({ id }) => [id, '🙂'.repeat(10_000)]));
  const comment = '🙂'.repeat(1_000);
  const values = Object.fromEntries(
    json.agreement.indicators.map(({ indicatorId }) => [
      indicatorId,
      { kind: 'unparsed', raw: { value: 'x' }, comment },
    ]),
  );
  const raw = Object.fromEntries(Array.from({ length: 120 }, (_, n) => [`breakdowns.${n}`, '🙂'.repeat(200)]));
  expect((await almi().write({ values, texts })).status).toBe(200);
  const refused = await almi().patch({ values: { [whole]: { kind: 'unparsed', raw } } });
  expect([refused.status, refused.json]).toMatchObject([422, { errors: [{ path: '', code: 'reportTooLarge' }] }]);
  expect((await almi().read()).json.answers.values[whole]).toEqual(values[whole]);
});
