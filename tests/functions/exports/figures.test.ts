import { parse } from 'csv-parse/sync';
import jsonStat from 'jsonstat-toolkit';
import readXlsx from 'read-excel-file/node';
import { beforeAll, describe, expect, test } from 'vitest';
import { openDemoHouse, type DemoHouse } from '../demoHouse.ts';

let house: DemoHouse;
beforeAll(async () => {
  house = await openDemoHouse();
});

const window = 'from=2026&to=2026';
type Rows = Record<string, string>[];
interface Group {
  id: string;
  coverage: Record<string, number>;
  indicators: {
    id: string;
    kind: string;
    value?: string | null;
    range?: { min: string; max: string } | null;
    ratio?: { numerator: string; denominator: string; value: string } | null;
    target: string | null;
    contributions: number;
    choices?: Record<string, number>;
    breakdowns: Record<string, { parts: Record<string, unknown>; suppressed: boolean }>;
  }[];
}

async function fetched(file: string, who = 'samordnare', language = 'sv'): Promise<Buffer> {
  const headers = { authorization: `Bearer ${await house.token(who)}`, 'accept-language': language };
  const answer = await house.fetch(`/api/v1/exports/${file}`, { headers });
  expect(answer.status, file).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}
/** A CSV file as csv-parse reads it, row by row by the headings. */
async function csv(file: string, delimiter: string, who?: string, language?: string): Promise<Rows> {
  const bytes = await fetched(file, who, language);
  return parse(bytes, { bom: true, columns: true, delimiter, record_delimiter: '\r\n' });
}
const summary = async (who = 'samordnare', query = window) =>
  (await house.call<{ asOf: string; groups: Group[] }>(who, 'GET', `/summary?${query}`)).json;
const wholes = (rows: Rows) => rows.filter(({ dimension }) => dimension === '');

describe('CSV of figures', () => {
  test('has a row for each area and indicator, with the numbers of the summary and a decimal comma in Swedish', async () => {
    const rows = await csv(`summary.csv?${window}`, ';');
    const { groups } = await summary();
    const whole = wholes(rows);
    expect(whole.map((row) => [row['groupId'], row['indicatorId']])).toEqual(
      groups.flatMap((group) => group.indicators.map(({ id }) => [group.id, id])),
    );
    for (const group of groups) {
      for (const figure of group.indicators) {
        const row = whole.find((one) => one['groupId'] === group.id && one['indicatorId'] === figure.id);
        const comma = (value: string | null | undefined) => (value ?? '').replace('.', ',');
        expect(row).toMatchObject({
          value: comma(figure.value ?? figure.ratio?.value),
          numerator: comma(figure.ratio?.numerator),
          min: comma(figure.range?.min),
          max: comma(figure.range?.max),
          target: comma(figure.target),
          contributions: String(figure.contributions),
          'coverage.expected': String(group.coverage['expected']),
          'coverage.late': String(group.coverage['late']),
          include: 'official',
          synthetic: 'true',
        });
      }
    }
    expect(whole.some(({ value }) => /^\d+,\d$/.test(value ?? ''))).toBe(true);
  });

  test('is RFC 4180 in English, in words where they are asked for, whatever the browser speaks', async () => {
    const rows = await csv(`summary.csv?${window}&language=en&headings=words`, ',');
    expect(rows[0]).toMatchObject({ Counts: 'official figures', 'Made-up figures': 'yes' });
    expect(rows.some((row) => row['Kind'] === 'ratio' && /^\d+\.\d$/.test(row['Value'] ?? ''))).toBe(true);
    const swedish = await csv(`summary.csv?${window}&language=sv&headings=words`, ';', 'samordnare', 'en');
    expect(swedish[0]).toMatchObject({ Gäller: 'officiella siffror', 'Påhittade siffror': 'ja' });
    expect((await fetched(`summary.csv?${window}&language=en&separator=;`)).toString()).toContain(
      '"from";'.slice(1, 5),
    );
  });

  test('hides breakdowns with small counts as the page does, for whoever may not see them', async () => {
    const hidden = (rows: Rows) => rows.filter(({ status }) => status === 'suppressed');
    const forReporter = await csv(`summary.csv?${window}`, ';', 'rapportor.uf');
    const forRegion = await csv(`summary.csv?${window}`, ';', 'ledning');
    expect(hidden(forReporter).length).toBeGreaterThan(0);
    expect(hidden(forReporter).every(({ value, min, max }) => `${value}${min}${max}` === '')).toBe(true);
    expect(hidden(forRegion)).toEqual([]);
    const { groups } = await summary('rapportor.uf');
    const parts = groups.flatMap(({ indicators }) =>
      indicators.flatMap(({ breakdowns, choices }) => [
        ...Object.values(breakdowns).flatMap((one) => [...Object.keys(one.parts), '?']),
        ...Object.keys(choices ?? {}),
      ]),
    );
    expect(forReporter.length - wholes(forReporter).length).toBe(parts.length);
  });

  test('keeps to what the summary lets people ask for', async () => {
    const status = async (who: string, query: string) =>
      (await house.call(who, 'GET', `/exports/summary.csv?${query}`)).status;
    expect(await status('ledning', `${window}&include=preview`)).toBe(403);
    expect(await status('samordnare', `${window}&include=preview`)).toBe(200);
    expect(await status('samordnare', `${window}&include=preview&asOf=2026-03-31`)).toBe(422);
    expect(await status('samordnare', 'from=2026-Q4&to=2026-Q1')).toBe(422);
    expect(await status('ledning', `${window}&area=ingen`)).toBe(404);
    const one = await csv(`summary.csv?${window}&area=starka-nyforetagande`, ';');
    expect(new Set(one.map(({ groupId }) => groupId))).toEqual(new Set(['starka-nyforetagande']));
    const then = await csv(`summary.csv?${window}&asOf=2026-05-15&groupBy=strategicArea`, ';');
    const { groups, asOf } = await summary('samordnare', `${window}&asOf=2026-05-15&groupBy=strategicArea`);
    expect(new Set(then.map(({ asOf: at }) => at))).toEqual(new Set([asOf]));
    expect(new Set(then.map(({ groupId }) => groupId))).toEqual(
      new Set(groups.filter(({ indicators }) => indicators.length > 0).map(({ id }) => id)),
    );
  });
});

describe('Excel with figures', () => {
  test('has numbers as numbers, each indicator defined, and what was taken out', async () => {
    const sheets = await readXlsx(await fetched(`summary.xlsx?${window}&language=sv&headings=words`));
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['resultat', 'Definitioner', 'Om utdraget']);
    const [figures, definitions, about] = sheets.map(({ data }) => data);
    const [head = [], ...rows] = figures ?? [];
    const at = (name: string) => head.indexOf(name);
    const { groups } = await summary();
    const whole = rows.filter((row) => row[at('Uppdelning')] === null);
    const known = groups.flatMap(({ indicators }) =>
      indicators.map((figure) => figure.value ?? figure.ratio?.value ?? null),
    );
    expect(whole.map((row) => row[at('Värde')])).toEqual(known.map((value) => (value === null ? null : Number(value))));
    const [, ...defined] = definitions ?? [];
    const shown = new Set(groups.flatMap(({ indicators }) => indicators.map(({ id }) => id)));
    expect(new Set(defined.map((row) => row[4]))).toEqual(shown);
    expect(defined.every((row) => row.slice(0, 4).every((cell) => typeof cell === 'string' && cell !== ''))).toBe(true);
    const said = new Map((about ?? []).map(([what, words]) => [what, words]));
    expect(said.get('Tid')).toBe('hela 2026');
    expect(said.get('Täckning')).toMatch(/rapporter/);
    expect(said.get('Obs')).toMatch(/påhittade/);
  });

  test('says in English that a preview is not official', async () => {
    const sheets = await readXlsx(await fetched(`summary.xlsx?${window}&language=en&include=preview`));
    const about = new Map(sheets[2]?.data.map(([what, words]) => [what, words]));
    expect(sheets[2]?.sheet).toBe('About');
    expect(about.get('Counts')).toMatch(/not official/);
  });

  test('has no formula in it, whatever a definition says', async () => {
    const definition = { sv: '=HYPERLINK("http://x")' };
    const { json, etag } = await house.call<object>('samordnare', 'GET', '/indicators/startade-foretag');
    const body = { ...json, definition };
    const changed = await house.call('samordnare', 'PUT', '/indicators/startade-foretag', body, {
      'if-match': etag ?? '',
    });
    expect(changed.status, changed.text).toBe(200);
    const sheets = await readXlsx(await fetched(`summary.xlsx?${window}`));
    expect(sheets[1]?.data.flat()).toContain(`'${definition.sv}`);
    for (const cell of sheets.flatMap(({ data }) => data.flat()))
      if (typeof cell === 'string') expect(cell).not.toMatch(/^[=+@\t\r]/);
  });
});

describe('JSON-stat, as its own toolkit reads it', () => {
  test('holds the same figures, with labels, units, roles and coverage', async () => {
    const answer = await house.call<object>('samordnare', 'GET', `/exports/summary.json?${window}&language=en`);
    const cube = jsonStat(answer.json);
    expect(cube.class).toBe('dataset');
    expect(cube.role).toMatchObject({ time: ['time'], metric: ['measure'] });
    expect(cube.n).toBe(cube.size.reduce((all: number, one: number) => all * one, 1));
    const { groups } = await summary();
    for (const group of groups) {
      expect(cube.extension.coverage[group.id]).toEqual(group.coverage);
      for (const figure of group.indicators) {
        const cell = (measure: string) => cube.Data({ area: group.id, measure, breakdown: 'total' });
        if (figure.kind === 'flow' || figure.kind === 'stock') {
          expect(cell(figure.id).value).toBe(figure.value == null ? null : Number(figure.value));
          expect(cell(figure.id).status).toBe(figure.value == null ? 'missing' : null);
        }
        if (figure.range) expect(cell(`${figure.id}.max`).value).toBe(Number(figure.range.max));
        if (figure.ratio) expect(cell(`${figure.id}.denominator`).value).toBe(Number(figure.ratio.denominator));
        if (figure.target !== null) expect(cell(`${figure.id}.target`).value).toBe(Number(figure.target));
      }
    }
    const measure = cube.Dimension('measure').Category('startade-foretag');
    expect(measure).toMatchObject({ label: 'Firms started after advice', unit: { label: 'firms', decimals: 0 } });
  });

  test('marks what is hidden, and gives no number for it', async () => {
    const { json } = await house.call<{ value: Record<string, number | null>; status: Record<string, string> }>(
      'rapportor.uf',
      'GET',
      `/exports/summary.json?${window}`,
    );
    const hidden = Object.entries(json.status).filter(([, status]) => status === 'suppressed');
    expect(hidden.length).toBeGreaterThan(0);
    for (const [place] of hidden) expect(json.value[place]).toBeNull();
  });
});

describe('the feed', () => {
  test('has the rows of the file as flat objects, with numbers that programs can add up', async () => {
    const { json } = await house.call<{ value: Record<string, string | number | boolean | null>[] }>(
      'ledning',
      'GET',
      `/exports/feed/figures.json?${window}`,
    );
    const rows = await csv(`summary.csv?${window}&separator=,`, ',', 'ledning');
    const asText = (value: string | number | boolean | null) => String(value ?? '');
    expect(
      json.value.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, asText(value)]))),
    ).toEqual(rows);
    expect(json.value.every(({ value }) => value === null || typeof value === 'number')).toBe(true);
  });
});

describe('what a figure is made of', () => {
  const figure = `${window}&focusArea=starka-nyforetagande&indicator=unika-radgivna-kunder`;
  test('comes as rows, without comments and without names of people', async () => {
    const rows = await csv(`contributions.csv?${figure}`, ';');
    const { items } = (
      await house.call<{ items: { agreementId: string; answer: { value: string; comment?: string } }[] }>(
        'samordnare',
        'GET',
        `/summary/contributions?${figure}`,
      )
    ).json;
    expect(rows.map((row) => [row['agreementId'], row['answer.value']])).toEqual(
      items.map(({ agreementId, answer }) => [agreementId, answer.value]),
    );
    const text = JSON.stringify(rows);
    for (const { answer } of items) if (answer.comment) expect(text).not.toContain(answer.comment);
    const [sheet] = await readXlsx(await fetched(`contributions.xlsx?${figure}`));
    expect(sheet?.data).toHaveLength(rows.length + 1);
    const own = await csv(`contributions.csv?${window}&indicator=unika-radgivna-kunder`, ';', 'rapportor.almi');
    expect(new Set(own.map(({ actorId }) => actorId))).toEqual(new Set(['almi']));
  });

  test('is refused as a whole where there is no such figure', async () => {
    const answer = await house.call('samordnare', 'GET', `/exports/contributions.csv?${window}&indicator=ingen`);
    expect(answer.status).toBe(404);
  });
});

describe('reports', () => {
  test('are all those that one may know of, page after page', async () => {
    const rows = await csv('reports.csv', ';');
    let [cursor, count] = ['', 0];
    do {
      const page = await house.call<{ items: unknown[]; nextCursor: string | null }>(
        'samordnare',
        'GET',
        `/reports?limit=200${cursor}`,
      );
      count += page.json.items.length;
      cursor = page.json.nextCursor === null ? '' : `&cursor=${encodeURIComponent(page.json.nextCursor)}`;
    } while (cursor !== '');
    expect(rows).toHaveLength(count);
    const own = await csv('reports.csv', ';', 'rapportor.uf');
    expect(new Set(own.map(({ actorId }) => actorId))).toEqual(new Set(['uf']));
    const approved = await csv('reports.csv', ';', 'ledning');
    expect(approved.every(({ everApproved }) => everApproved === 'true')).toBe(true);
    expect((await csv('reports.csv?state=submitted', ';')).every(({ state }) => state === 'submitted')).toBe(true);
  });
});
