import type { Block, PackContent, Section } from '@insatskollen/shared/packs/content.ts';
import { isPiece, isShort, piecesOf, togetherOf, type Piece } from '@insatskollen/shared/packs/together.ts';
import { expect, test } from 'vitest';

const say = (text: string) => ({ text, language: 'sv' as const });
const text = (words: string, tone: 'plain' | 'lead' | 'soft' = 'plain'): Block => ({
  kind: 'text',
  tone,
  said: say(words),
});
const table = (caption: string, rows = 2): Block => ({
  kind: 'table',
  caption: say(caption),
  head: [say('Mått'), say('Utfall')],
  rows: Array.from({ length: rows }, (_, n) => [say(`Mått ${n}`), say(String(n))]),
  numeric: [1],
});
const chart: Block = {
  kind: 'chart',
  title: say('Utfall'),
  alt: say('Stapeldiagram'),
  labels: [say('Mått 1')],
  ends: [say('62 %')],
  series: [{ name: say('Utfall'), values: [62], means: 'done' }],
  stacked: false,
  percent: true,
};
const section = (title: string, level: 1 | 2, ...blocks: Block[]): Section => ({
  ...{ title: say(title), kicker: null, hue: 0, level, blocks },
});
const pack = (...sections: Section[]): PackContent => ({
  ...{ kind: 'yearly', language: 'sv', title: say('Rapport'), subtitle: say('2026'), foot: say('Läget'), sections },
});
const area = (title: string, ...more: Block[]) =>
  section(
    title,
    2,
    text('Slutsats', 'lead'),
    text('Ingen bedömning', 'soft'),
    ...more,
    text('Alla är inne.'),
    table(`Utfall, ${title}`),
    text('2 av 3 mått', 'soft'),
    chart,
  );
const nameOf = (piece: Piece): string =>
  piece.kind === 'heading'
    ? piece.section.title.text
    : piece.block.kind === 'text'
      ? piece.block.said.text
      : piece.block.kind;

const content = pack(
  section('Helheten', 1, text('26 av 34', 'lead'), table('Per område'), chart),
  section('Framtid', 1, text('Framåt', 'lead'), text('Området står stadigt.')),
  area('Nyföretagande', text('En analys.'), text('En till.')),
  area('Export'),
  section('Vad måtten betyder', 1, table('Vad måtten betyder', 30)),
);

test('everything of a pack is in it, once and in order', () => {
  const all = piecesOf(togetherOf(content)).map((piece) => (piece.kind === 'heading' ? piece.section : piece.block));
  expect(all).toEqual(content.sections.flatMap((one) => [one, ...one.blocks]));
});

test('an area stands together, the first of a strategic area with the heading of that, which opens a page', () => {
  const units = togetherOf(content);
  expect(units.map((unit) => nameOf(piecesOf(unit)[0] ?? { kind: 'block', block: chart, captioned: false }))).toEqual([
    'Helheten',
    'Framtid',
    'Export',
    'Vad måtten betyder',
  ]);
  const opening = piecesOf(units).filter((piece) => piece.kind === 'heading' && piece.opensPage);
  expect(opening.map(nameOf)).toEqual(['Framtid']);
});

test('what an area is too long for is parted so that no heading ends a part, and no chart is without its table', () => {
  const groups = togetherOf(content).flatMap(function groupsIn(one): (readonly Piece[])[] {
    if (isPiece(one)) return [[one]];
    return one.every(isPiece) ? [one] : one.flatMap(groupsIn);
  });
  const names = groups.map((group) => group.map(nameOf));
  expect(names).toContainEqual(['Nyföretagande', 'Slutsats', 'Ingen bedömning']);
  expect(names).toContainEqual(['En analys.']);
  expect(names).toContainEqual(['Alla är inne.', 'table', '2 av 3 mått', 'chart']);
  for (const group of groups) expect(group.at(-1)?.kind).not.toBe('heading');
});

test('a table has a caption where its heading does not say the same', () => {
  const captioned = piecesOf(togetherOf(content)).flatMap((piece) =>
    piece.kind === 'block' && piece.block.kind === 'table' ? [[piece.block.caption.text, piece.captioned]] : [],
  );
  expect(captioned).toEqual([
    ['Per område', true],
    ['Utfall, Nyföretagande', true],
    ['Utfall, Export', true],
    ['Vad måtten betyder', false],
  ]);
});

test('an area with its figures is short, and one with long texts or many figures is not', () => {
  expect(isShort(togetherOf(pack(area('Export'))))).toBe(true);
  expect(isShort(togetherOf(pack(area('Export', text('a'.repeat(5_000))))))).toBe(false);
  expect(isShort(togetherOf(pack(section('Mått', 1, table('Mått', 40)))))).toBe(false);
});
