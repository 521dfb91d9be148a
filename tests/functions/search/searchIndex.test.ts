import { SearchIndex } from '@insatskollen/functions/search/searchIndex.ts';
import type { SearchDocument } from '@insatskollen/shared/search/document.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { always } from '../../shared/always.ts';

const document = (id: string, title: string, text: string, day = '2026-01-01'): SearchDocument => ({
  ...{ id, kind: 'lesson', title, parts: [{ name: null, text }], day, access: { to: 'everyone' }, place: { id } },
});
const indexOf = (documents: readonly SearchDocument[]): SearchIndex => {
  const index = new SearchIndex();
  for (const one of documents) index.put({ document: one, title: one.title });
  return index;
};
const ids = (index: SearchIndex, text: string, mayRead: (one: SearchDocument) => boolean = () => true) =>
  index.search(text, mayRead).found.map(({ document: { id } }) => id);

describe('what is searched for', () => {
  const index = indexOf([
    document('a', 'Rådgivning i grupp', 'Vi mötte trettio nya företagare i Nyköping.'),
    document('b', 'Avtal', 'Rådgivningarna blev fler än väntat, och kvinnorna var i majoritet.'),
    document('c', 'Export', 'Företagens export ökade.', '2026-05-01'),
    document('d', 'Möten', 'Företagens möten om export.', '2026-06-01'),
  ]);

  test.each([
    ['in another inflection', 'rådgivningen', ['a', 'b']],
    ['with a slip', 'rådgvning', ['a', 'b']],
    ['by its beginning', 'rådgiv', ['a', 'b']],
    ['in capital letters and with signs around', '”KVINNA!”', ['b']],
    ['with words that say nothing', 'och export i en', ['c', 'd']],
    ['in a title before a text', 'export', ['c', 'd']],
    ['among equals the latest first', 'företagens', ['d', 'c', 'a']],
    ['as a whole: every word', 'företagare Nyköping', ['a']],
  ])('is found %s', (_, text, found) => {
    expect(ids(index, text)).toEqual(found);
  });

  test('is found by what is nearly it only where nothing has the word itself', () => {
    const near = indexOf([document('a', '', 'Fler startade i år.'), document('b', '', 'De blev smartare.')]);
    expect([ids(near, 'startade'), ids(near, 'smartade'), ids(near, 'stertade')]).toEqual([['a'], ['b'], ['a']]);
    expect(ids(near, 'startade', ({ id }) => id !== 'a')).toEqual(['b']);
  });

  test('is found by some of its words where nothing holds them all, and says so', () => {
    const { found, everyWord } = index.search('export rymdfart', () => true);
    expect([found.map(({ document: { id } }) => id), everyWord]).toEqual([['c', 'd'], false]);
    expect(index.search('rymdfart', () => true)).toMatchObject({ found: [], everyWord: true });
    expect(ids(index, ' ?! ')).toEqual([]);
  });

  test('å, ä and ö are letters of their own', () => {
    const both = indexOf([document('a', '', 'Målet nåddes.'), document('b', '', 'Mal och sal.')]);
    expect(ids(both, 'mål')).toEqual(['a']);
    expect(ids(both, 'mal')).toEqual(['b']);
  });

  test('a document that changes is found by what it says now, and one that goes is not', () => {
    const own = indexOf([document('a', 'Avtal', 'Export.')]);
    own.put({ document: document('a', 'Avtal', 'Import.'), title: 'Avtal' });
    expect([ids(own, 'export'), ids(own, 'import'), own.size]).toEqual([[], ['a'], 1]);
    own.drop('a');
    expect([ids(own, 'import'), own.size]).toEqual([[], 0]);
  });

  test('documents that change again and again are found as they are now, each once', () => {
    const own = new SearchIndex();
    for (let turn = 0; turn < 300; turn++) {
      const id = `${turn % 7}`;
      if (turn % 5 === 0) own.drop(id);
      else own.put({ document: document(id, 'Avtal', `v${100 + turn} export`), title: 'Avtal' });
    }
    const last = [...Array(7).keys()].flatMap((id) => {
      const turn = 299 - ((299 - id) % 7);
      return turn % 5 === 0 ? [] : [{ id: `${id}`, turn }];
    });
    expect(last.length).toBeGreaterThan(3);
    expect([ids(own, 'export').toSorted(), own.size]).toEqual([last.map(({ id }) => id), last.length]);
    for (const { id, turn } of last) {
      expect(ids(own, `v${100 + turn}`)).toEqual([id]);
      expect(ids(own, `v${93 + turn}`)).not.toContain(id);
    }
  });
});

test('what somebody may not read changes neither what they find nor its order, number or marks', () => {
  const words = ['export', 'exporten', 'exprot', 'avtal', 'avtalen', 'kvinnor', 'ungdom', 'ung', 'lån'];
  const text = fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((some) => some.join(' '));
  const documents = fc.uniqueArray(
    fc.record({
      id: fc.integer({ min: 1, max: 40 }).map(String),
      title: text,
      text,
      day: fc.constantFrom('2026-01-01', '2026-02-01'),
      mine: fc.boolean(),
    }),
    { selector: ({ id }) => id, maxLength: 25 },
  );
  always(
    fc.property(documents, text, (all, asked) => {
      const mine = new Set(all.filter((one) => one.mine).map(({ id }) => id));
      const made = all.map((one) => document(one.id, one.title, one.text, one.day));
      const mayRead = ({ id }: SearchDocument) => mine.has(id);
      const among = indexOf(made).search(asked, mayRead);
      const alone = indexOf(made.filter(mayRead)).search(asked, () => true);
      expect(among.found).toEqual(alone.found);
      expect(among.everyWord).toBe(alone.everyWord);
      expect(words.map((word) => among.isHit(word))).toEqual(words.map((word) => alone.isHit(word)));
    }),
  );
});
