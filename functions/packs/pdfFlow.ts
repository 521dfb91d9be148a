import { isPiece, piecesOf, type Together } from '@insatskollen/shared/packs/together.ts';
import { heightOf, leastOf, writePiece } from './pdfBlocks.ts';
import type { Writing } from './pdfWriting.ts';

/** Writes what belongs together on the page that it fits on; what is too long for that, part by part. */
export function place(writing: Writing, together: Together): void {
  const { doc, top, bottom } = writing;
  const height = piecesOf(together).reduce((sum, piece) => sum + heightOf(writing, piece), 0);
  const left = bottom - doc.y;
  const [first] = piecesOf(together);
  const opens = first?.kind === 'heading' && first.opensPage;
  if (doc.y > top && (opens || (height > left && height <= bottom - top))) doc.addPage();
  if (isPiece(together)) return writePiece(writing, together);
  if (height <= bottom - doc.y) {
    for (const piece of piecesOf(together)) writePiece(writing, piece);
    return;
  }
  for (const [at, part] of together.entries()) {
    const next = together[at + 1];
    if (isPiece(part) && next && isPiece(next)) keep(writing, part, next);
    place(writing, part);
  }
}

/** A new page where what leads to something would be parted from the beginning of it. */
function keep(writing: Writing, ...pieces: Parameters<typeof heightOf>[1][]): void {
  const { doc, top, bottom } = writing;
  const height = pieces.reduce((sum, piece) => sum + leastOf(writing, piece), 0);
  if (doc.y + height > bottom && doc.y > top) doc.addPage();
}
