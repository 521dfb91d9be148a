import type { Block, PackContent, Section } from './content.ts';

/** A heading, which opens a page of its own where parts follow under it, or what stands under one; a table is captioned where its heading does not say the same. */
export type Piece =
  | { kind: 'heading'; section: Section; opensPage: boolean }
  | { kind: 'block'; block: Block; captioned: boolean };

/** What stands together on a page where there is room for it, and else each of its parts does. */
export type Together = Piece | readonly Together[];

/**
 * A pack's sections as what belongs together on paper: each area whole, with its heading, its table and its chart; and the first area
 * of a strategic area with the heading of that. No heading stands alone at the foot of a page, and no chart without what it is of.
 */
export function togetherOf({ sections }: PackContent): Together[] {
  const units: Together[] = [];
  for (const [at, section] of sections.entries()) {
    const isUnder = (one: Section | undefined) => one?.level === 2;
    const opensPage = section.level === 1 && isUnder(sections[at + 1]);
    const own = groupsOf(section, opensPage);
    const above = isUnder(section) && !isUnder(sections[at - 1]) ? units.pop() : undefined;
    const isWhole = isUnder(section) || opensPage || section.blocks.some(({ kind }) => kind === 'chart');
    if (above) units.push([above, own]);
    else units.push(...(isWhole ? [own] : own));
  }
  return units;
}

function groupsOf(section: Section, opensPage: boolean): Piece[][] {
  const groups: Piece[][] = [[{ kind: 'heading', section, opensPage }]];
  for (const block of section.blocks) {
    const captioned = block.kind === 'table' && block.caption.text !== section.title.text;
    const piece: Piece = { kind: 'block', block, captioned };
    const last = groups.at(-1);
    const before = last?.at(-1);
    if (last && before && belongs(block, before)) last.push(piece);
    else groups.push([piece]);
  }
  return groups;
}

/** Whether a block goes on with what stands above it: what it leads to, or what is said of it. */
function belongs(block: Block, before: Piece): boolean {
  if (before.kind === 'heading') return true;
  const above = before.block;
  if (above.kind === 'text' && above.tone === 'lead') return true;
  if (block.kind === 'chart') return above.kind !== 'quote';
  if (block.kind === 'table' || block.kind === 'list') return above.kind === 'text' || above.kind === 'list';
  return block.kind === 'text' && block.tone === 'soft' && (above.kind === 'table' || above.kind === 'chart');
}

export const isPiece = (together: Together): together is Piece => 'kind' in together;

/** All pieces of it, in order. */
export const piecesOf = (together: Together): Piece[] => (isPiece(together) ? [together] : together.flatMap(piecesOf));

/** Letters on a line, and lines that have room on a page with some to spare, where nobody can measure how high they become. */
const LETTERS = 90;
const LINES = 44;

/** Whether it has room on one page, judged by how much there is in it. */
export const isShort = (together: Together): boolean =>
  piecesOf(together).reduce((sum, piece) => sum + linesOf(piece), 0) <= LINES;

/** How many lines of plain text it is as high as. */
function linesOf(piece: Piece): number {
  if (piece.kind === 'heading') return 3;
  const { block } = piece;
  const lines = (text: string) => Math.ceil(text.length / LETTERS);
  switch (block.kind) {
    case 'text':
      return lines(block.said.text) + 0.5;
    case 'quote':
      return lines(block.said.text) + 1.5;
    case 'list':
      return block.items.reduce((sum, { text }) => sum + lines(text), 1);
    case 'table':
      return 3 + block.rows.reduce((sum, row) => sum + 0.3 + Math.max(...row.map(({ text }) => lines(text))), 0);
    case 'chart':
      return 3 + 1.5 * block.labels.length;
  }
}
