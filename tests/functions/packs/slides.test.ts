import fc from 'fast-check';
import { slidesOf } from '@insatskollen/functions/packs/slides.ts';
import { page } from '@insatskollen/functions/packs/slideText.ts';
import { parted } from '@insatskollen/functions/packs/slideTable.ts';
import type { Block, PackContent } from '@insatskollen/shared/packs/content.ts';
import { expect, test } from 'vitest';

test('a long table is parted evenly: every row once, none beyond its slide, and no slide more than it takes', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 4, max: 12 }), { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 0, max: 50 }),
      (tenths, firstTenths) => {
        const rows = tenths.map((one) => one / 10);
        const [head, first, rest] = [0.4, firstTenths / 10, 5];
        const counts = parted({ head, rows }, first, rest);
        expect(counts.reduce((sum, one) => sum + one, 0)).toBe(rows.length);
        let at = 0;
        for (const [n, count] of counts.entries()) {
          const height = rows.slice(at, at + count).reduce((sum, one) => sum + one, head);
          if (count > 0) expect(height).toBeLessThanOrEqual((n === 0 ? first : rest) + 1e-9);
          at += count;
        }
        expect(counts.slice(1).every((count) => count > 0)).toBe(true);
      },
    ),
  );
});

test('of equal rows the last slide has about as many as the others', () => {
  expect(parted({ head: 0.4, rows: Array.from({ length: 13 }, () => 0.4) }, 5, 5)).toEqual([7, 6]);
  expect(parted({ head: 0.4, rows: Array.from({ length: 11 }, () => 0.4) }, 5, 5)).toEqual([11]);
});

const say = (text: string) => ({ text, language: 'sv' as const });
const table = (rows: number): Block => ({
  kind: 'table',
  caption: say('Utfall mot mål'),
  head: [say('Mått'), say('Utfall')],
  rows: Array.from({ length: rows }, (_, n) => [
    say(`Ett mått med ett ganska långt namn, nummer ${n}`),
    say(String(n)),
  ]),
  numeric: [1],
});
const chart = (bars: number): Block => ({
  kind: 'chart',
  title: say('Utfall'),
  alt: say('Stapeldiagram'),
  labels: Array.from({ length: bars }, (_, n) => say(`Mått ${n}`)),
  ends: [],
  series: [{ name: say('Utfall'), values: Array.from({ length: bars }, () => 62), means: 'done' }],
  stacked: false,
  percent: true,
});
const text = (words: string): Block => ({ kind: 'text', tone: 'plain', said: say(words) });

function slides(title: string, ...blocks: Block[]) {
  const content: PackContent = {
    ...{ kind: 'board', language: 'sv', title: say('Läget'), subtitle: say('2026'), foot: say('Läget') },
    sections: [{ title: say(title), kicker: null, hue: 1, level: 1, blocks }],
  };
  return slidesOf(content);
}

test.each([
  ['few figures, which stand beside their chart', 3, 1],
  ['many figures, whose chart has a slide and they one', 11, 2],
  ['more than a slide holds', 25, 4],
])('%s', (_, rows, count) => {
  const made = slides(
    'Rådgivningstillfällen: 1 002 samtal mot målet 1 627 samtal, som är 62 % av det som skulle göras i år',
    text('Alla är inne.'),
    table(rows),
    chart(rows),
  );
  expect(made).toHaveLength(count);
  for (const { placed, title } of made) {
    for (const { x, y, w, h } of placed) {
      expect(x + w).toBeLessThanOrEqual(page.right + 0.001);
      expect(y + h).toBeLessThanOrEqual(page.bottom + 0.25);
      expect(y).toBeGreaterThanOrEqual(page.title + title.h);
    }
  }
  expect(made.flatMap(({ placed }) => placed).filter(({ block }) => block.kind === 'chart')).toHaveLength(1);
});
