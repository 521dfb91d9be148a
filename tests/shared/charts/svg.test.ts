import fc from 'fast-check';
import { linesOf, xml } from '@insatskollen/shared/charts/svg.ts';
import { XMLValidator } from 'fast-xml-parser';
import { expect, test } from 'vitest';

test('whatever is written, a picture stays well-formed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (words) => {
      expect(XMLValidator.validate(`<svg><text a="${xml(words)}">${xml(words)}</text></svg>`)).toBe(true);
    }),
  );
});

test('lines hold every word, in order, and none is longer than there is room for but a single word', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-zåäö]{1,12}$/)), (words) => {
      const lines = linesOf(words.join(' '), 200, 20);
      expect(lines.join(' ')).toBe(words.join(' '));
      for (const line of lines) expect(line.length <= 20 || !line.includes(' ')).toBe(true);
    }),
  );
});
