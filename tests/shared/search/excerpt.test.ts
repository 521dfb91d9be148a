import { excerptOf, markedIn } from '@insatskollen/shared/search/excerpt.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { always } from '../always.ts';

const isHit = (word: string) => word.toLowerCase().startsWith('export');
const joined = (pieces: readonly { text: string }[]) => pieces.map(({ text }) => text).join('');

test('an excerpt stands where the words do, at a word, with an ellipsis on each side', () => {
  const text = `${'Vi arbetar vidare med planen. '.repeat(20)}Exporten ökade, och exportrådet hjälpte till. ${'Mer följer. '.repeat(40)}`;
  const pieces = excerptOf(text, isHit);
  expect(pieces.filter(({ hit }) => hit).map((piece) => piece.text)).toEqual(['Exporten', 'exportrådet']);
  expect(joined(pieces)).toMatch(/^… \p{L}.*Exporten ökade, och exportrådet hjälpte till\..* …$/u);
  expect(joined(pieces).length).toBeLessThan(300);
});

test('what is short is shown whole, and every piece stands in the text as it is', () => {
  const texts = fc
    .array(fc.constantFrom('export', 'Exporten', 'å', 'planen.', '–', '\n', 'ökar,', '5 000'))
    .map((words) => words.join(' '));
  always(
    fc.property(texts, (text) => {
      expect(joined(markedIn(text, isHit))).toBe(text);
      const pieces = excerptOf(text, isHit);
      const inner = pieces.filter((piece) => piece.text !== '… ' && piece.text !== ' …');
      expect(text).toContain(joined(inner));
      expect(inner.every(({ text: piece, hit }) => hit === (isHit(piece) && /^[\p{L}\p{N}]+$/u.test(piece)))).toBe(
        true,
      );
    }),
  );
});
