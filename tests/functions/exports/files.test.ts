import { exportKinds } from '@insatskollen/shared/exports/columns.ts';
import { parseCsv, type Row } from '@insatskollen/shared/exports/csv.ts';
import readXlsx from 'read-excel-file/node';
import { beforeAll, describe, expect, test } from 'vitest';
import { openDemoHouse, type DemoHouse } from '../demoHouse.ts';

let house: DemoHouse;
beforeAll(async () => {
  house = await openDemoHouse();
});

async function fetched(file: string, who = 'samordnare', language = 'sv'): Promise<Buffer> {
  const headers = { authorization: `Bearer ${await house.token(who)}`, 'accept-language': language };
  const answer = await house.fetch(`/api/v1/exports/${file}`, { headers });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="[a-z]+\.(csv|xlsx)"$/);
  return Buffer.from(await answer.arrayBuffer());
}
async function csv(file: string, who?: string, language?: string): Promise<Row[]> {
  const text = (await fetched(file, who, language)).toString('utf8');
  expect(text.startsWith('\uFEFF')).toBe(true);
  return parseCsv(text.slice(1)) ?? [];
}
const cellsOf = (rows: Row[]) => rows.map(({ cells }) => cells);
const column = ([head, ...rows]: string[][], name: string) => rows.map((row) => row[head?.indexOf(name) ?? -1]);

describe('CSV', () => {
  test('is what Swedish Excel opens at once: semicolons, decimal commas, UTF-8 that says so', async () => {
    const rows = cellsOf(await csv('targets.csv'));
    expect(rows[0]).toEqual([
      ...['agreementId', 'version', 'reference', 'indicatorId', 'indicatorName', 'unit', 'period', 'target'],
    ]);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([8]));
    const first = rows.find(
      ([agreement, , , , , , period]) => agreement === 'almi-basuppdrag-2026' && period === '2026-Q1',
    );
    expect(first?.slice(1, 7)).toEqual([
      ...['1', 'DEMO-2026-01', 'unika-radgivna-kunder', 'Unika rådgivna kunder', 'personer', '2026-Q1'],
    ]);
    expect(first?.[7]).toMatch(/^\d+$/);
  });

  test('has commas for programs that ask for them, and headings in words for people', async () => {
    const text = (await fetched('initiatives.csv?separator=,&headings=words', 'ledning', 'en')).toString();
    expect(text).toMatch(/^\uFEFFId,Version,Name,Summary,Stage,Counts in,/);
    expect(column(cellsOf(await csv('initiatives.csv')), 'lifecycle')).toContain('ongoing');
    expect(column(cellsOf(await csv('initiatives.csv?headings=words')), 'Skede')).toContain('Pågående');
    const template = cellsOf(await csv('agreements.csv?template=true'));
    expect(template).toHaveLength(1);
  });

  test('has nothing in it that a spreadsheet takes for a formula', async () => {
    const summary = '=cmd|/c calc!A1';
    const body = { title: 'Farlig text', primaryFocusArea: 'starka-nyforetagande', summary };
    expect((await house.call('samordnare', 'POST', '/initiatives', body)).status).toBe(201);
    for (const cells of cellsOf(await csv('initiatives.csv')))
      for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
    expect(column(cellsOf(await csv('initiatives.csv')), 'summary')).toContain(`'${summary}`);
  });

  test('holds the agreements of whoever asks, and no others', async () => {
    const actors = (who: string) =>
      csv('agreements.csv', who).then((rows) => new Set(column(cellsOf(rows), 'actorId')));
    expect(await actors('rapportor.almi')).toEqual(new Set(['almi']));
    expect((await actors('samordnare')).size).toBeGreaterThan(5);
    const of = column(cellsOf(await csv('targets.csv', 'rapportor.uf')), 'agreementId');
    expect(of.every((id) => id?.startsWith('uf-'))).toBe(true);
  });
});

describe('Excel, as a reader by another author reads it', () => {
  test.each(exportKinds)('holds the same as CSV: %s', async (kind) => {
    const [sheet] = await readXlsx(await fetched(`${kind}.xlsx`));
    const words = sheet?.data.map((row) =>
      row.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? ''))),
    );
    const inCsv = cellsOf(await csv(`${kind}.csv?separator=,`));
    expect(words).toEqual(inCsv);
  });

  test('has numbers as numbers and days as days', async () => {
    const [sheet] = await readXlsx(await fetched('agreements.xlsx'));
    const [head = [], first = []] = sheet?.data ?? [];
    expect(first[head.indexOf('termStart')]).toEqual(new Date('2025-01-01T00:00:00Z'));
    expect(typeof first[head.indexOf('dueDays')]).toBe('number');
    expect(typeof first[head.indexOf('financing.own')]).toBe('number');
  });
});
