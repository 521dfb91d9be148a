import mammoth from 'mammoth';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { openPackHouse, partsOf, type PackHouse } from './house.ts';

let house: PackHouse;
beforeAll(async () => {
  house = await openPackHouse();
});

async function fetched(format: string, body: object) {
  const { json } = await house.ask(body);
  await house.make();
  return house.file(json.id, `?format=${format}`);
}

/** An element of a PDF's structure as a reader of another maker tells of it: its role, and the words or elements in it. */
interface Element {
  role: string;
  lang?: string;
  alt?: string;
  text: string;
  children: Element[];
}

async function pdf(body: object) {
  const { bytes, headers } = await fetched('pdf', body);
  const file = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages = await Promise.all(Array.from({ length: file.numPages }, (_, at) => readPage(file, at + 1)));
  const elements = pages.flatMap(({ tree }) => all(tree));
  return { headers, file, elements, metadata: await file.getMetadata(), pages };
}
type File = Awaited<ReturnType<typeof getDocument>['promise']>;

async function readPage(file: File, n: number) {
  const page = await file.getPage(n);
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const words = new Map<string, string>();
  const open: (string | undefined)[] = [];
  for (const item of items) {
    if ('str' in item) {
      const id = open.findLast((one) => one !== undefined);
      if (id !== undefined) words.set(id, (words.get(id) ?? '') + item.str + (item.hasEOL ? ' ' : ''));
    } else if (item.type === 'endMarkedContent') open.pop();
    else open.push(item.type === 'beginMarkedContentProps' ? item.id : undefined);
  }
  const tree = elementOf(await page.getStructTree(), words);
  return { tree, words };
}

function elementOf(node: unknown, words: ReadonlyMap<string, string>): Element {
  const {
    role = '',
    lang,
    alt,
    children = [],
    id,
  } = node as { role?: string; lang?: string; alt?: string; children?: unknown[]; id?: string };
  const inside = children.map((child) => elementOf(child, words));
  const own = id === undefined ? '' : (words.get(id) ?? '');
  // The reader gives spaces that do not break as others.
  const text = (own + inside.map((one) => one.text).join(' ')).replaceAll('\u00a0', ' ').trim();
  return {
    role,
    text,
    children: inside,
    ...(lang === undefined ? {} : { lang }),
    ...(alt === undefined ? {} : { alt }),
  };
}
const all = (element: Element): Element[] => [element, ...element.children.flatMap(all)];

describe('the yearly report as a PDF', () => {
  test('says its language and title, and that it is tagged for those who hear it', async () => {
    const { file, metadata, headers } = await pdf({ kind: 'yearly' });
    expect(headers.get('content-disposition')).toContain('uppfoljningsrapport-2026.pdf');
    const info = metadata.info as { Title: string; Language: string };
    expect(info.Title).toBe('Uppföljningsrapport för näringslivsstrategin. Avser hela 2026.');
    expect(info.Language).toBe('sv-SE');
    expect(await file.getMarkInfo()).toEqual(
      new Map(Object.entries({ Marked: true, UserProperties: false, Suspects: false })),
    );
    expect(metadata.metadata.get('pdfuaid:part')).toBe('1');
    expect(await file.getViewerPreferences()).toEqual(new Map([['DisplayDocTitle', true]]));
  });

  test('has headings in order, tables with headings of columns and rows, and pictures with words', async () => {
    const { elements } = await pdf({ kind: 'yearly' });
    const headings = elements.filter(({ role }) => /^H\d$/.test(role));
    expect(headings.map(({ role }) => role).slice(0, 4)).toEqual(['H1', 'H2', 'H2', 'H3']);
    expect(headings.map(({ text }) => text)).toContain('Stärka nyföretagande');
    expect(headings.filter(({ role }) => role === 'H1')).toHaveLength(1);
    const tables = elements.filter(({ role }) => role === 'Table');
    expect(tables.length).toBeGreaterThan(5);
    const row = elements.find(({ role, text }) => role === 'TR' && text.startsWith('Rådgivningstillfällen 1 002'));
    expect(row?.children.map(({ role, text }) => [role, text])).toEqual([
      ['TH', 'Rådgivningstillfällen'],
      ['TD', '1 002'],
      ['TD', '1 627'],
      ['TD', '62 %'],
    ]);
    const figures = elements.filter(({ role }) => role === 'Figure');
    expect(figures.length).toBeGreaterThan(3);
    for (const { alt } of figures) expect(alt).toMatch(/diagram över .+: .+\d/);
  });

  test.each([{ figures: 'main' }, { figures: 'all', language: 'en', from: '2025' }])(
    'parts no chart from its heading and table, and ends no page with a heading: %o',
    async (choice) => {
      const { pages } = await pdf({ kind: 'yearly', ...choice });
      for (const { tree } of pages) {
        const onPage = all(tree).filter(({ role }) => /^(?:H\d|Table|Caption|Figure|P|L)$/.test(role));
        expect(onPage.at(-1)?.role).not.toMatch(/^H/);
        for (const [at, { role, alt }] of onPage.entries()) {
          if (role !== 'Figure') continue;
          const above = onPage.slice(0, at).toReversed();
          const table = above.findIndex((one) => one.role === 'Table');
          // Its table, and perhaps a line about that; and what names the area: the heading, or where that is a page before the caption.
          expect(above.slice(0, table).filter((one) => one.role === 'P').length).toBeLessThan(2);
          const names = above.filter((one) => /^(?:H\d|Caption)$/.test(one.role)).map((one) => one.text);
          expect(
            names.some((name) => alt?.includes(name.replace(/^.*, (?=[A-ZÅÄÖ])/, '')) || /strateg/.test(name)),
          ).toBe(true);
        }
      }
    },
  );

  test('has captions on its tables that say of which area they are', async () => {
    const { elements } = await pdf({ kind: 'yearly' });
    const captions = elements.filter(({ role }) => role === 'Caption').map((one) => one.text);
    expect(captions).toContain('Utfall mot mål, Stärka nyföretagande');
  });

  test('tells all that is in it, and nothing twice: what stands on each page is read on none', async () => {
    const { elements, pages } = await pdf({ kind: 'yearly' });
    const text = elements.filter(({ role }) => role === 'P').map((one) => one.text);
    expect(text.filter((one) => one.includes('Officiella siffror, läget'))).toHaveLength(1);
    expect(text.some((one) => one.includes('Rådgivningen når fler än i fjol'))).toBe(true);
    expect(pages.length).toBeGreaterThan(3);
    expect(elements.map((one) => one.text).join()).not.toMatch(/Sida \d/);
  });

  test('says what is Swedish in an English one', async () => {
    const { metadata, elements } = await pdf({ kind: 'yearly', language: 'en' });
    expect((metadata.info as { Language: string }).Language).toBe('en-GB');
    expect(elements.find(({ role, text }) => role === 'H3' && text === 'Stärka nyföretagande')?.lang).toBe('sv-SE');
    expect(
      elements.find(({ text, role }) => role === 'P' && text.startsWith('Latest assessment'))?.lang,
    ).toBeUndefined();
    expect(elements.some(({ role, text }) => role === 'TD' && text === '1,002 sessions')).toBe(true);
  });
});

describe('the yearly report as a document', () => {
  test('has headings, tables with headings, lists and the same figures', async () => {
    const { bytes, headers } = await fetched('docx', { kind: 'yearly' });
    expect(headers.get('content-type')).toContain('wordprocessingml');
    const { value, messages } = await mammoth.convertToHtml({ buffer: bytes });
    expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
    expect(value).toContain('<h1>Innovation och konkurrenskraft</h1>');
    expect(value).toContain('<h2>Stärka nyföretagande</h2>');
    expect(value).toMatch(/<thead><tr><th>(?:<p>)?<strong>Mått/);
    expect(value).toContain(
      'Rådgivningstillfällen</p></td><td><p>1\u00a0002</p></td><td><p>1\u00a0627</p></td><td><p>62\u00a0%</p></td>',
    );
    expect(value).toContain('<li>Bara rapporter som en samordnare har godkänt räknas.</li>');
  });

  test('says its title and in which language each text is', async () => {
    const { bytes } = await fetched('docx', { kind: 'yearly', language: 'en' });
    const parts = await partsOf(bytes);
    const text = (name: string) => parts.get(name)?.toString('utf8') ?? '';
    expect(text('docProps/core.xml')).toContain(
      'Follow-up report on the business strategy. Time covered: all of 2026.',
    );
    expect(text('word/styles.xml')).toContain('<w:lang w:val="en-GB"');
    expect(text('word/document.xml')).toMatch(/<w:lang w:val="sv-SE"\/><\/w:rPr><w:t[^>]*>Stärka nyföretagande/);
    expect(text('word/document.xml')).toContain('<w:tblHeader/>');
    expect(text('docProps/core.xml')).toContain('<dc:language>en-GB</dc:language>');
  });

  test('has its charts as pictures sharp enough to print, with words for those who do not see them', async () => {
    const { bytes } = await fetched('docx', { kind: 'yearly' });
    const parts = await partsOf(bytes);
    const xml = parts.get('word/document.xml')?.toString('utf8') ?? '';
    const pictures = [...xml.matchAll(/<w:drawing>[\s\S]*?<\/w:drawing>/g)].map(([drawing]) => drawing);
    const files = [...parts].filter(([name]) => name.startsWith('word/media/'));
    expect(files.length).toBe(pictures.length);
    expect(pictures.length).toBeGreaterThan(5);
    for (const drawing of pictures) expect(drawing).toMatch(/<wp:docPr [^>]*descr="[^"]*diagram över [^"]+ godkän/);
    for (const [, png] of files) {
      expect(png.subarray(1, 4).toString()).toBe('PNG');
      // As wide as the text, which is 6.3 inches.
      expect(png.readUInt32BE(16) / 6.3).toBeGreaterThan(220);
    }
  });

  test('says of each table what it is of', async () => {
    const { bytes } = await fetched('docx', { kind: 'yearly' });
    const xml = (await partsOf(bytes)).get('word/document.xml')?.toString('utf8') ?? '';
    const said = [...xml.matchAll(/<w:tblCaption w:val="([^"]+)"\/><w:tblDescription w:val="([^"]+)"\/>/g)];
    expect(said.length).toBe(xml.split('<w:tbl>').length - 1);
    expect(said.map(([, caption]) => caption)).toContain('Utfall mot mål, Stärka nyföretagande');
    expect(said.map(([, , columns]) => columns)).toContain('Mått, Utfall, Mål, Av målet');
    expect(xml).toContain('>Utfall mot mål, Stärka nyföretagande</w:t>');
  });
});
