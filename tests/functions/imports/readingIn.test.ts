import type { Send } from '@insatskollen/functions/table/client.ts';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import writeXlsx from 'write-excel-file/node';
import { deflateRawSync } from 'node:zlib';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openDemoHouse, type DemoHouse } from '../demoHouse.ts';
import { changedBetween, wholeTable } from '../wholeTable.ts';
import { filesOf } from './house.ts';

let house: DemoHouse;
let files: ReturnType<typeof filesOf>;
/** How many transactions are let through before the process is cut off; none when it is not. */
let letThrough: number | undefined;
const cutOff =
  (send: Send): Send =>
  async (command) => {
    if (command instanceof TransactWriteCommand && letThrough !== undefined && letThrough-- <= 0)
      throw new Error('the process is gone');
    return send(command);
  };
beforeAll(async () => {
  house = await openDemoHouse(cutOff);
  files = filesOf(house);
});
beforeEach(() => {
  letThrough = undefined;
});

const get = async <T>(path: string) => (await house.call<T>('samordnare', 'GET', path)).json;
const head = 'id;title;primaryFocusArea;lifecycle;responsible;timeline.start;timeline.end';

describe('a file of initiatives', () => {
  test('is tried first, then makes and changes all that it says, each with its event', async () => {
    const table = await files.table('initiatives');
    table.set(table.find({ id: 'modda-sormland' }), { summary: 'Ny text,\nmed två rader.', reason: 'Ny plan.' });
    table.add({ title: 'Mentorer', primaryFocusArea: 'starka-nyforetagande', responsible: 'almi, uf' });
    const tried = await files.send('initiatives', table.csv(), '?dryRun=true');
    expect(tried.json).toMatchObject({ created: 1, changed: 1, errors: [] });
    expect((await house.call('samordnare', 'GET', '/initiatives/mentorer')).status).toBe(404);
    const { status, json } = await files.send('initiatives', table.csv());
    expect([status, json]).toEqual([200, tried.json]);
    expect(await get('/initiatives/mentorer')).toMatchObject({ responsible: ['almi', 'uf'], lifecycle: 'potential' });
    const { items } = await get<{ items: object[] }>('/initiatives/modda-sormland/changes');
    expect(items[0]).toMatchObject({ what: 'changed', by: 'demo-samordnare', reason: 'Ny plan.', version: 2 });
    // The same file again was made from an older version, and says nothing new.
    expect((await files.send('initiatives', table.csv().replace(/;Mentorer;/, ';Mentorer igen;'))).status).toBe(200);
  });

  test('with faults tells every one by row and column, and changes nothing', async () => {
    const rows = [
      head,
      ';Rätt;starka-nyforetagande;;;;',
      ';;starka-nyforetagande;;;;',
      ';=cmd();finns-inte;igång;nobody;2027-02-30;',
      `modda-sormland;${'å'.repeat(10_000)};starka-nyforetagande;;;2027-05-01;2026-05-01`,
      'modda-sormland;Samma igen;starka-nyforetagande;;;;',
    ];
    const before = await wholeTable(house.bare);
    const tried = await files.send('initiatives', rows.join('\n'), '?dryRun=true');
    expect(tried.status).toBe(200);
    const found = tried.json.errors.map(({ row, column, code }) => `${row} ${column}: ${code}`);
    expect(found).toEqual(
      expect.arrayContaining([
        '3 title: blank',
        '4 lifecycle: notAChoice',
        '4 title: formula',
        '4 timeline.start: notADay',
        '5 title: tooLong',
      ]),
    );
    const { status, json } = await files.send('initiatives', rows.join('\n'));
    expect([status, json.code]).toEqual([422, 'invalid']);
    expect(json.errors.map(({ row, column, code }) => `${row} ${column}: ${code}`)).toEqual(found);
    expect(changedBetween(before, await wholeTable(house.bare))).toEqual([]);
  });

  test('is held to the register’s rules as it will be: circles, reversed dates, stages, older versions', async () => {
    const faults = async (lines: string[]) =>
      (await files.send('initiatives', lines.join('\n'), '?dryRun=true')).json.errors.map(
        ({ row, column, code }) => `${row} ${column}: ${code}`,
      );
    expect(
      await faults([
        'id;Namn;Räknas i;Lever vidare i',
        'ring-a;Ring A;starka-nyforetagande;ring-b',
        'ring-b;Ring B;starka-nyforetagande;ring-a',
      ]),
    ).toEqual(['2 Lever vidare i: circular', '3 Lever vidare i: circular']);
    expect(await faults([head, ';Bakvänd;starka-nyforetagande;;;2027-05-01;2026-05-01'])).toEqual([
      '2 timeline.end: reversed',
    ]);
    expect(await faults(['id;lifecycle', 'almi-basuppdrag;Kommande'])).toContain('2 lifecycle: hasAgreements');
    expect(await faults(['id;version;title', 'almi-basuppdrag;7;Nytt namn'])).toEqual(['2 version: stale']);
    expect(await faults(['namn;färg', 'x;röd'])).toEqual([
      '1 färg: unknownColumn',
      '1 Id: columnMissing',
      '2 Räknas i: blank',
    ]);
  });

  test('that is cut off in the middle is gone on with by the next who writes, and nobody is in between', async () => {
    const lines = Array.from({ length: 120 }, (_, n) => `avbruten-${n};Avbruten ${n};starka-nyforetagande;;;;`);
    // The hold says that it writes, is kept once more, and one of three batches goes through.
    letThrough = 3;
    await expect(files.send('initiatives', [head, ...lines].join('\n'))).rejects.toThrow();
    letThrough = undefined;
    const there = async () =>
      (await get<{ items: { id: string }[] }>('/initiatives?focusArea=starka-nyforetagande&limit=200')).items.filter(
        ({ id }) => id.startsWith('avbruten'),
      ).length;
    const actor = { name: 'Nya nätverket', kind: 'association' };
    expect((await house.call('samordnare', 'POST', '/actors', actor)).status).toBe(503);
    house.pass(1);
    expect((await house.call('samordnare', 'POST', '/actors', actor)).status).toBe(201);
    expect(await there()).toBe(120);
    const again = await files.send('initiatives', [head, ...lines].join('\n'));
    expect(again.json).toMatchObject({ created: 0, changed: 0, unchanged: 120 });
    const { items } = await get<{ items: object[] }>('/initiatives/avbruten-7/changes');
    expect(items).toHaveLength(1);
  });

  test('sent twice with one key has one effect', async () => {
    const file = [head, ';Bara en gång;starka-nyforetagande;;;;'].join('\n');
    const key = { 'idempotency-key': 'samma' };
    const [first, second] = [
      await files.send('initiatives', file, '', key),
      await files.send('initiatives', file, '', key),
    ];
    expect(second.json).toEqual(first.json);
    expect((await house.call('samordnare', 'GET', '/initiatives/bara-en-gang-2')).status).toBe(404);
  });
});

describe('files of agreements and targets', () => {
  test('amend agreements with all that follows: targets, expected reports, versions', async () => {
    const targets = await files.table('targets');
    const at = { agreementId: 'almi-basuppdrag-2026', indicatorId: 'beviljade-lan' };
    targets.set(targets.find({ ...at, period: '2026-Q4' }), { target: '1 000' });
    targets.set(targets.find({ ...at, period: 'year' }), { target: '' });
    const { json } = await files.send('targets', targets.csv());
    expect(json).toMatchObject({ created: 0, changed: 2, errors: [] });
    interface Agreement {
      version: number;
      indicators: { indicatorId: string; targets: { year: string | null; periods: Record<string, string> } }[];
    }
    const agreement = await get<Agreement>('/agreements/almi-basuppdrag-2026');
    expect(agreement.version).toBe(2);
    const agreed = agreement.indicators.find(({ indicatorId }) => indicatorId === 'beviljade-lan');
    expect([agreed?.targets.year, agreed?.targets.periods['2026-Q4']]).toEqual([null, '1000']);
    const stale = await files.send(
      'targets',
      targets.set(targets.find({ ...at, period: '2026-Q3' }), { target: '9' }).csv(),
    );
    expect(stale.json.errors.map(({ code, column }) => `${column}: ${code}`)).toContain('version: stale');
  });

  test('make an agreement and the one that follows it, in whichever order they stand', async () => {
    const table = await files.table('agreements');
    const one = { ...table.cells(table.find({ id: 'create-2026' })), version: '' };
    const next = {
      ...one,
      id: 'create-2027',
      reference: 'RS-27',
      succeeds: 'create-2026',
      termStart: '2027-01-01',
      termEnd: '2027-12-31',
    };
    const after = {
      ...next,
      id: 'create-2028',
      reference: 'RS-28',
      succeeds: 'create-2027',
      termStart: '2028-01-01',
      termEnd: '2028-12-31',
    };
    table.add(after).add(next);
    const { status, json } = await files.send('agreements', table.csv());
    expect([status, json]).toMatchObject([200, { created: 2, changed: 0, errors: [] }]);
    const { items } = await get<{ items: object[] }>('/reports?actor=create&period=2028-Q1');
    expect(items).toHaveLength(1);
  });

  test('make an agreement of the columns that it needs; the others are as if they were left blank', async () => {
    const of = (head: string, row: string) => files.send('agreements', `${head}\n${row}\n`, '?dryRun=true');
    const head = 'id;reference;actorId;initiativeId;termStart;termEnd;frequency;dueDays;goal;indicators';
    const row = ';RS-29;stua;modda-sormland;2029-01-01;2029-12-31;quarter;20;Fler gäster;radgivningstillfallen';
    const short = (await of(head, row)).json;
    const blank = (await of(`${head};criteria;questions;rusPriorities;succeeds`, `${row};;;;`)).json;
    expect([blank.errors, blank.created]).toEqual([[], 1]);
    expect(short).toEqual(blank);
  });

  test('that follow each other in a circle are told so', async () => {
    const table = await files.table('agreements');
    const one = { ...table.cells(table.find({ id: 'create-2026' })), version: '' };
    const first = { ...one, id: 'ring-2041', succeeds: 'ring-2042', termStart: '2041-01-01', termEnd: '2041-12-31' };
    const second = { ...one, id: 'ring-2042', succeeds: 'ring-2041', termStart: '2042-01-01', termEnd: '2042-12-31' };
    const { json } = await files.send('agreements', table.add(first).add(second).csv(), '?dryRun=true');
    expect(json.errors.map(({ column, code }) => `${column}: ${code}`)).toContain('succeeds: circular');
  });

  test('say what is wrong where it is: overlaps, unknown things, sums, reports that would go', async () => {
    const table = await files.table('agreements');
    const almi = table.find({ id: 'almi-basuppdrag-2026' });
    table.add({ ...table.cells(almi), id: 'almi-igen', version: '' });
    table.set(almi, { termEnd: '2026-06-30' });
    const own = { ...table.cells(table.find({ id: 'create-2026' })), id: 'create-2030', version: '', succeeds: '' };
    const later = { ...own, termStart: '2030-01-01', termEnd: '2030-12-31' };
    const made = await files.table('agreements');
    expect((await files.send('agreements', made.add(later).csv())).json.errors).toEqual([]);
    table.add({ ...later, termEnd: '2030-06-30' });
    table.set(table.find({ id: 'create-2026' }), { 'financing.own': '-5', questions: 'analys, finns-inte' });
    const { json } = await files.send('agreements', table.csv(), '?dryRun=true');
    const found = json.errors.map(({ column, code }) => `${column}: ${code}`);
    for (const fault of [
      'termEnd: removesReports',
      'financing.own: negative',
      'questions: unknownQuestion',
      'termStart: overlaps',
      'indicators: outsideTerm',
    ])
      expect(found).toContain(fault);
    const targets = await files.table('targets');
    const at = { agreementId: 'create-2026' };
    const row = targets.find(at);
    targets
      .set(row, { target: 'ca 50' })
      .set(row + 1, { target: '-3' })
      .add({ ...at, indicatorId: 'finns-inte', period: 'year' });
    const wrong = (await files.send('targets', targets.csv(), '?dryRun=true')).json.errors;
    expect(wrong.map(({ row: n, column, code }) => [n - row - 2, `${column}: ${code}`])).toEqual(
      expect.arrayContaining([
        [0, 'target: notANumber'],
        [1, 'target: negative'],
        [targets.rows.length - 1 - row, 'indicatorId: notThere'],
      ]),
    );
  });
});

describe('a file that is none', () => {
  const zipOf = (name: string, content: Buffer, flags = 0): Buffer => {
    const packed = deflateRawSync(content);
    const path = Buffer.from(name);
    const [local, listed, end] = [Buffer.alloc(30), Buffer.alloc(46), Buffer.alloc(22)];
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(path.length, 26);
    listed.writeUInt32LE(0x02014b50, 0);
    listed.writeUInt16LE(flags, 8);
    listed.writeUInt16LE(8, 10);
    listed.writeUInt32LE(packed.length, 20);
    listed.writeUInt16LE(path.length, 28);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(1, 10);
    end.writeUInt32LE(30 + path.length + packed.length, 16);
    return Buffer.concat([local, path, packed, listed, path, end]);
  };
  let made: Buffer | undefined;
  const bomb = () => (made ??= zipOf('[Content_Types].xml', Buffer.alloc(80 * 1024 * 1024)));

  test.each<[string, () => Uint8Array | string, string]>([
    ['with macros', () => zipOf('xl/vbaProject.bin', Buffer.from('x')), 'macros'],
    ['with a password inside', () => zipOf('xl/workbook.xml', Buffer.from('x'), 1), 'oldOrEncrypted'],
    ['of Excel before 2007, or with a password', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'oldOrEncrypted'],
    ['that unpacks without end', bomb, 'tooLargeInside'],
    ['cut off', () => bomb().subarray(0, 500), 'broken'],
    ['of something else packed', () => zipOf('word/document.xml', Buffer.from('<x/>')), 'notATable'],
    [
      'with entities of its own',
      () => zipOf('xl/workbook.xml', Buffer.from('<!DOCTYPE x [<!ENTITY a "b">]><x/>')),
      'broken',
    ],
    ['of a picture', () => Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'notATable'],
    ['of blank lines', () => '\n;;\n\n', 'empty'],
    ['whose quote is never closed', () => 'id;title\n;"öppen', 'openQuote'],
    ['with more rows than any register', () => `id\n${'x\n'.repeat(10_001)}`, 'tooManyRows'],
  ])('%s is refused in words', async (_what, bytes, code) => {
    for (const query of ['', '?dryRun=true']) {
      const { status, json } = await files.send('initiatives', bytes(), query);
      expect([status, json.errors.map((fault) => [fault.path, fault.code])]).toEqual([422, [['file', code]]]);
      expect(json.detail).not.toBe('');
    }
  });

  test('too large, not in a form, or not there at all', async () => {
    expect((await files.send('initiatives', Buffer.alloc(4 * 1024 * 1024 + 1, 'a'))).status).toBe(413);
    expect((await house.call('samordnare', 'POST', '/imports/initiatives', { file: 'x' })).status).toBe(415);
    const form = { 'content-type': 'multipart/form-data; boundary=x' };
    expect((await house.call('samordnare', 'POST', '/imports/initiatives', 'nonsense', form)).status).toBe(400);
    expect((await house.call('samordnare', 'POST', '/imports/initiatives', new FormData())).status).toBe(422);
  });
});

test('a workbook that another program wrote is read: shared texts, numbers, days', async () => {
  const rows = [
    ['Id', 'Namn', 'Räknas i', 'Börjar', 'Löpande'].map((value) => ({ value, fontWeight: 'bold' as const })),
    [
      null,
      { value: 'Från ett annat program' },
      { value: 'starka-nyforetagande' },
      { value: new Date('2027-03-01T00:00:00Z'), format: 'd/m yyyy' },
      { value: true },
    ],
  ];
  const bytes = await writeXlsx(rows).toBuffer();
  expect((await files.send('initiatives', bytes)).json).toMatchObject({ rows: 1, created: 1, errors: [] });
  expect(await get('/initiatives/fran-ett-annat-program')).toMatchObject({
    timeline: { start: '2027-03-01', ongoing: true },
  });
});
