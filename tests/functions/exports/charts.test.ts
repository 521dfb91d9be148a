import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { PNG } from 'pngjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openDemoHouse, type DemoHouse } from '../demoHouse.ts';

let house: DemoHouse;
beforeAll(async () => {
  house = await openDemoHouse();
});

const of = (indicator: string, more = '') =>
  `area=starka-nyforetagande&indicator=${indicator}&from=2026&to=2026${more}`;
const bar = of('startade-foretag');

async function fetched(file: string, who = 'ledning'): Promise<Buffer> {
  const headers = { authorization: `Bearer ${await house.token(who)}` };
  const answer = await house.fetch(`/api/v1/exports/${file}`, { headers });
  expect(answer.status, file).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}

const NodeSchema = z.object({
  svg: z.looseObject({
    '@_lang': z.string(),
    title: z.looseObject({ '#text': z.string() }),
    desc: z.looseObject({ '#text': z.string() }),
  }),
});
const reader = new XMLParser({ ignoreAttributes: false, alwaysCreateTextNode: true });
/** A picture as an XML parser reads it. */
async function svg(query: string, who?: string) {
  const text = (await fetched(`chart.svg?${query}`, who)).toString();
  expect(XMLValidator.validate(text)).toBe(true);
  const { svg: root } = NodeSchema.parse(reader.parse(text));
  return { text, root, title: root.title['#text'], description: root.desc['#text'] };
}

describe('a figure as SVG', () => {
  test('says in words and in the picture what it is, of where and when, and what it rests on', async () => {
    const { text, root, title, description } = await svg(bar);
    expect(root['@_lang']).toBe('sv');
    expect(title).toBe('Startade företag efter rådgivning, Stärka nyföretagande, hela 2026');
    expect(description).toMatch(/målet är 439/);
    for (const words of [
      /av målet 439/,
      /rapporter som skulle vara inne/,
      /Läget 20.november 2026/,
      /Källa: /,
      /påhittade/,
    ])
      expect(text.replace(/^.*<\/desc>/s, '')).toMatch(words);
    expect(text).toContain('url(#hatch)');
    expect(text).toContain('stroke-dasharray');
    expect(text).not.toMatch(/<script|href=|url\((?!#)/);
  });

  test('is in the language that is asked for, as of the day that is asked for', async () => {
    const { text, root } = await svg(`${bar}&language=en&asOf=2026-05-15`);
    expect(root['@_lang']).toBe('en');
    expect(text).toMatch(/As of 15.May 2026, official figures/);
    const now = await svg(bar);
    expect(text).not.toBe(now.text);
  });

  test.each([
    ['a ratio is a dot', 'andel-startade-av-kvinnor', /<circle [^>]*r="8"/],
    ['a range names both its ends', 'unika-radgivna-kunder', />\d+–\d+</],
    ['a choice has a bar for each answer', 'delmal-uppnatt', />Inte uppnått</],
  ])('%s', async (_what, indicator, drawn) => {
    expect((await svg(of(indicator))).text).toMatch(drawn);
  });

  test('says that a preview is not official, and is that for coordinators only', async () => {
    expect((await svg(`${bar}&include=preview`, 'samordnare')).text).toMatch(/inte officiella siffror/);
    expect((await house.call('ledning', 'GET', `/exports/chart.svg?${bar}&include=preview`)).status).toBe(403);
  });

  test.each(['area=ingen&indicator=startade-foretag', 'area=starka-nyforetagande&indicator=ingen'])(
    'is not there for %s',
    async (query) => {
      const answer = await house.call('ledning', 'GET', `/exports/chart.png?${query}&from=2026&to=2026`);
      expect(answer.status).toBe(404);
    },
  );
});

describe('a figure as PNG', () => {
  /** How many pixels are as dark as ink, in a part of a picture. */
  const ink = ({ data, width }: PNG, [from, to]: [number, number]) => {
    let count = 0;
    for (let at = from * width * 4; at < to * width * 4; at += 4) if ((data[at] ?? 255) < 80) count += 1;
    return count;
  };

  test('is the picture at twice its size, with the letters in it', async () => {
    const { text } = await svg(bar);
    const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(text) ?? [];
    const png = PNG.sync.read(await fetched(`chart.png?${bar}`));
    expect([png.width, png.height]).toEqual([Number(width) * 2, Number(height) * 2]);
    // The title stands in the first 160 rows and nothing else does: without a face there would be nothing.
    expect(ink(png, [60, 160])).toBeGreaterThan(2_000);
    expect(ink(png, [0, 60])).toBe(0);
  });

  test('is the same picture every time', async () => {
    const [one, two] = [await fetched(`chart.png?${bar}`), await fetched(`chart.png?${bar}`)];
    expect(one.equals(two)).toBe(true);
  });
});
