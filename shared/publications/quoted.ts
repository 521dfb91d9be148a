import { piecesOf } from '../insight/quoting.ts';
import { quotedText } from '../summary/figureWords.ts';
import type { PublicFigure } from './publicFigure.ts';

/** What stands in a text where anyone reads it and a figure is not shown. */
const NOT_SHOWN = '(visas inte)';

/** A text, which is in Swedish, with the figures that it quotes as anyone may see them: never as they stand inside. */
export function quotedFor(text: string, figures: readonly PublicFigure[]): string {
  return piecesOf(text)
    .map((piece) => {
      if ('text' in piece) return piece.text;
      const figure = figures.find(({ id }) => id === piece.indicatorId);
      return (figure && !figure.hidden ? quotedText(figure, 'sv') : null) ?? NOT_SHOWN;
    })
    .join('');
}
