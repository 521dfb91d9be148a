import { beforeAll, describe, expect, test } from 'vitest';
import readXlsxFile from 'read-excel-file/node';
import { openPackHouse, partsOf, publishAnew, type PackHouse } from './house.ts';

let house: PackHouse;
beforeAll(async () => {
  house = await openPackHouse();
});

interface SlideParts {
  xml: string;
  /** Every text in it, in the order it is read. */
  texts: string[];
  charts: { xml: string; workbook: Buffer }[];
}

async function presentation(body: object, who?: string) {
  const { json } = await house.ask(body, who);
  await house.make();
  const parts = await partsOf((await house.file(json.id, '', who)).bytes);
  const text = (name: string) => parts.get(name)?.toString('utf8') ?? '';
  const count = [...parts.keys()].filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name)).length;
  const slides = Array.from({ length: count }, (_, at): SlideParts => {
    const xml = text(`ppt/slides/slide${at + 1}.xml`);
    const charts = [...text(`ppt/slides/_rels/slide${at + 1}.xml.rels`).matchAll(/charts\/(chart\d+)\.xml/g)].map(
      ([, chart = '']) => {
        const book = /embeddings\/([^"]+\.xlsx)/.exec(text(`ppt/charts/_rels/${chart}.xml.rels`))?.[1] ?? '';
        return {
          xml: text(`ppt/charts/${chart}.xml`),
          workbook: parts.get(`ppt/embeddings/${book}`) ?? Buffer.alloc(0),
        };
      },
    );
    return { xml, texts: textsIn(xml), charts };
  });
  return { parts, text, slides };
}

const textsIn = (xml: string) =>
  [...xml.matchAll(/<a:p>[\s\S]*?<\/a:p>/g)]
    .map(([paragraph]) => [...paragraph.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, said]) => said).join(''))
    .filter((said) => said !== '');
const numbersIn = (xml: string) =>
  [...xml.matchAll(/<c:val>[\s\S]*?<\/c:val>/g)].map(([values]) =>
    [...values.matchAll(/<c:v>([^<]*)<\/c:v>/g)].map(([, n]) => Number(n)),
  );

describe('slides for a board', () => {
  test('begin with the whole, have a slide an area whose title says what it adds up to, and end with what they rest on', async () => {
    const { slides, text } = await presentation({});
    const titles = slides.map(({ xml }) =>
      textsIn(/<p:sp>(?:(?!<\/p:sp>)[\s\S])*type="title"[\s\S]*?<\/p:sp>/.exec(xml)?.[0] ?? '').join(' '),
    );
    expect(titles.every((title) => title !== '')).toBe(true);
    expect(new Set(titles).size).toBe(titles.length);
    expect(titles[0]).toContain('26 av 34 rapporter som skulle vara inne är godkända');
    expect(titles).toContain('Rådgivningstillfällen: 1\u00a0002 mot målet 1\u00a0627 (62\u00a0%)');
    expect(titles.slice(-3).join()).toContain('Vad måtten betyder');
    for (const { texts } of slides) {
      // The title is read first, and as of when last, before the number of the slide.
      expect(titles).toContain(texts[0]);
      expect(texts.join()).toContain(
        'Officiella siffror, läget 20\u00a0november 2026 kl.\u00a008.00. Siffrorna är påhittade.',
      );
    }
    expect(text('docProps/core.xml')).toContain('<dc:language>sv-SE</dc:language>');
    expect(text('docProps/core.xml')).toContain('Läget i näringslivsstrategin');
  });

  test('hold their charts’ numbers as data, with a workbook to change them in and words for those who do not see them', async () => {
    const { slides } = await presentation({});
    const charts = slides.flatMap((slide) => slide.charts.map((chart) => ({ ...chart, slide })));
    expect(charts.length).toBeGreaterThan(5);
    for (const { xml, workbook, slide } of charts) {
      const numbers = numbersIn(xml);
      const rows = (await readXlsxFile(workbook))[0]?.data ?? [];
      const inBook = numbers.map((_, at) => rows.slice(1).map((row) => Number(row[at + 1])));
      expect(inBook).toEqual(numbers);
      expect(/<p:graphicFrame>(?:(?!<\/p:graphicFrame>)[\s\S])*descr="[^"]*(?:diagram)[^"]{20,}"/.test(slide.xml)).toBe(
        true,
      );
    }
    const [whole] = charts;
    // Approved, waiting, late and expected later, of the three strategic areas.
    expect(numbersIn(whole?.xml ?? '').map((values) => values.reduce((sum, n) => sum + n, 0))).toEqual([26, 3, 5, 18]);
  });

  test('say in their tables which row names the columns, and what they are of', async () => {
    const { slides } = await presentation({});
    const frames = slides.flatMap(({ xml }) =>
      [...xml.matchAll(/<p:graphicFrame>[\s\S]*?<\/p:graphicFrame>/g)].map(([frame]) => frame),
    );
    const tables = frames.filter((frame) => frame.includes('<a:tbl>'));
    expect(tables.length).toBeGreaterThan(5);
    for (const table of tables) {
      expect(table).toContain('firstRow="1"');
      expect(/<p:cNvPr [^>]*descr="[^"]{5,}"/.test(table)).toBe(true);
    }
  });

  test('say in which language each text is: what the region wrote is Swedish in English slides too', async () => {
    const { slides, parts } = await presentation({ language: 'en', from: '2026-H1', to: '2026-H1' });
    const all = [...parts]
      .filter(([name]) => /^ppt\/(?:slides|charts)\/[^/]+\.xml$/.test(name))
      .map(([, bytes]) => bytes.toString('utf8'));
    expect(all.join()).not.toContain(' lang="en-US"');
    const conclusion = slides.find(({ texts }) => texts[0]?.startsWith('Fler får råd tidigare: 899'));
    expect(conclusion?.xml).toMatch(/lang="sv-SE"[^>]*>(?:(?!<a:t>)[\s\S])*<a:t>Fler får råd/);
    expect(conclusion?.texts).toContain('Movement: Forward');
    expect(slides[0]?.xml).toMatch(/lang="en-GB"/);
  });

  test('take the title from the published assessment, with its figures as they stood, only if it was there by then', async () => {
    const before = await presentation({ from: '2026-H1', to: '2026-H1', asOf: '2026-09-01' });
    expect(before.slides.flatMap(({ texts }) => texts).join()).not.toContain('Fler får råd tidigare');
    const without = await presentation({ from: '2026-H1', to: '2026-H1', assessments: false });
    expect(without.slides.flatMap(({ texts }) => texts).join()).not.toContain('Fler får råd tidigare');
  });

  test('show of an assessment that was published anew what was published at the instant, with its figures then', async () => {
    await publishAnew(house);
    house.pass(60);
    const textsOf = async (asOf?: string) =>
      (await presentation({ from: '2026-H1', to: '2026-H1', ...(asOf ? { asOf } : {}) })).slides.flatMap(
        ({ texts }) => texts,
      );
    const now = await textsOf();
    expect(now).toContain('Nu går det trögare.');
    expect(now).toContain('Förflyttning: Bakåt');
    expect(now.join()).not.toContain('Fler får råd tidigare');
    const then = await textsOf('2026-10-01');
    expect(then).toContain('Fler får råd tidigare: 899 samtal under halvåret, och 244 startade företag.');
    expect(then).toContain('Förflyttning: Framåt');
    expect(then.join()).not.toContain('Nu går det trögare');
    expect((await textsOf('2026-09-01')).join()).not.toMatch(/Fler får råd tidigare|Nu går det/);
  });

  test('show the areas, the figures and the appendix that were chosen', async () => {
    const main = await presentation({ areas: ['starka-nyforetagande'], appendix: false });
    expect(main.slides).toHaveLength(2);
    const all = await presentation({ areas: ['starka-nyforetagande'], appendix: false, figures: 'all' });
    expect(all.slides.length).toBeGreaterThan(2);
    expect(all.slides.flatMap(({ texts }) => texts).join()).toContain('Unika rådgivna kunder');
  });

  test('show what was official at the instant', async () => {
    const { slides } = await presentation({ asOf: '2026-04-30' });
    const { json } = await house.call<{ groups: { id: string; coverage: { approved: number } }[] }>(
      'samordnare',
      'GET',
      '/summary?from=2026&to=2026&asOf=2026-04-30',
    );
    const approved = json.groups.reduce((sum, { coverage }) => sum + coverage.approved, 0);
    expect(slides[0]?.texts[0]).toMatch(new RegExp(`^${approved} av `));
    expect(slides[0]?.texts.join()).toContain('läget 30\u00a0april 2026');
  });
});

describe('quotes', () => {
  const report = { agreementId: 'almi-basuppdrag-2026', period: '2026-Q2' };
  const quote = { ...report, text: 'Två nya rådgivare introduceras' };

  test('stand in the slides as their actor said them, with who and when', async () => {
    const { slides } = await presentation({ quotes: [quote], areas: [await areaOf(report)] });
    const texts = slides.flatMap((slide) => slide.texts);
    expect(texts).toContain('”Två nya rådgivare introduceras”');
    expect(texts).toContain('Almi, kvartal 2 2026');
  });

  test('are picked by coordinators alone, word for word, from open texts of approved reports', async () => {
    expect((await house.ask({ quotes: [quote] }, 'ledning')).status).toBe(403);
    const code = async (body: object) => (await house.ask({ quotes: [body] })).json.errors[0]?.code;
    expect(await code({ ...quote, text: 'Fyra nya rådgivare introduceras' })).toBe('notSaid');
    expect(await code({ ...quote, period: '2026-Q3' })).toBe('notApproved');
    expect(await code({ ...quote, agreementId: 'finns-inte' })).toBe('notApproved');
  });

  test('of what is confidential are refused', async () => {
    const path = `/agreements/${report.agreementId}`;
    const { json } = await house.call<{ questions: string[] }>('samordnare', 'GET', path);
    const confidential = json.questions.map((id) => ({ field: `texts.${id}`, chapter: '30', section: '23' }));
    const marked = { ...json, version: undefined, confidential };
    const { status } = await house.call('samordnare', 'PUT', path, marked, { 'if-match': '*' });
    expect(status).toBe(200);
    expect((await house.ask({ quotes: [quote] })).json.errors[0]?.code).toBe('notSaid');
  });
});

async function areaOf({ agreementId, period }: { agreementId: string; period: string }): Promise<string> {
  const { json } = await house.call<{ initiativeId: string }>('samordnare', 'GET', `/reports/${agreementId}/${period}`);
  const { json: initiative } = await house.call<{ primaryFocusArea: string }>(
    'samordnare',
    'GET',
    `/initiatives/${json.initiativeId}`,
  );
  return initiative.primaryFocusArea;
}
