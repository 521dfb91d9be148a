import {
  descriptionOf,
  judgedAs,
  lastSign,
  noSigns,
  openSigns,
  revisionOf,
  signsAfter,
  type Judged,
  type Signs,
} from '@insatskollen/shared/societal/suspectedBreak.ts';
import type { SocietalValue } from '@insatskollen/shared/societal/value.ts';
import { describe, expect, test } from 'vitest';

/** The signs after runs that were told these texts, one a day. */
const told = (texts: readonly (string | undefined)[], from: Signs = noSigns, day = 1): Signs =>
  texts.reduce<Signs>((signs, text, n) => signsAfter(signs, { at: `2026-11-0${day + n}`, text }), from);

describe('what a source says of how it measures', () => {
  test('is one text whose white space tells nothing', () => {
    expect(descriptionOf([' Andel\u00A0 av\r\nalla ', null, '', 'procent'])).toBe('Andel av alla\nprocent');
    expect(descriptionOf([' ', undefined])).toBeUndefined();
  });

  test('is no sign the first time, nor while it stays or cannot be asked', () => {
    expect(told(['a', 'a', undefined, 'a'])).toEqual({ ...noSigns, described: { text: 'a', at: '2026-11-01' } });
    expect(told([undefined])).toEqual(noSigns);
  });

  test('is a sign when it changes, from when it was first seen', () => {
    expect(told(['a', 'b', 'b'])).toEqual({
      ...{ described: { text: 'b', at: '2026-11-02' }, revised: null },
      redefined: { at: '2026-11-02', before: 'a', after: 'b' },
    });
    // While nobody has looked, it is compared with what it was then.
    expect(told(['a', 'b', 'c']).redefined).toEqual({ at: '2026-11-03', before: 'a', after: 'c' });
    expect(openSigns(told(['a', 'b', 'a']), undefined).redefined).toBeNull();
  });
});

describe('signs that somebody has judged', () => {
  const judge = (is: Judged['is'], signs: Signs, before?: Judged) => {
    const judged = judgedAs(is, 's', signs, before);
    return { judged, next: openSigns(signs, judged) };
  };

  test('are gone, and of a measure that is the same no earlier text is one again', () => {
    const { judged, next } = judge('same', told(['a', 'b']));
    expect(judged).toEqual({ series: 's', is: 'same', until: '2026-11-02', texts: ['a', 'b'] });
    expect(lastSign(next)).toBeUndefined();
    expect(openSigns(told(['a', 'b'], next, 3), judged).redefined).toBeNull();
    expect(openSigns(told(['c'], next, 3), judged).redefined).toMatchObject({ before: 'b', after: 'c' });
  });

  test('leave after a break only the new text: the earlier one would be another break', () => {
    const { judged, next } = judge('break', told(['a', 'b']));
    expect(openSigns(told(['b'], next, 3), judged).redefined).toBeNull();
    expect(openSigns(told(['a'], next, 3), judged).redefined).toMatchObject({ before: 'b', after: 'a' });
  });

  test('are of revisions too, until the next one', () => {
    const revised = (at: string, before: Signs = noSigns) => signsAfter(before, { at, revised: { changed: 3, of: 4 } });
    const { judged, next } = judge('same', revised('2026-11-02'));
    expect(next.revised).toBeNull();
    expect(openSigns(revised('2026-11-09', next), judged).revised).toEqual({ at: '2026-11-09', changed: 3, of: 4 });
  });
});

describe('a revision', () => {
  const value = (geography: string, period: string, more: Partial<SocietalValue> = {}): SocietalValue => ({
    ...{ series: 's', geography, period, gender: 'total', value: '1', source: '', sourceDate: null },
    ...{ how: 'fetched', at: '', synthetic: false, ...more },
  });
  const known = ['04', '0480'].flatMap((place) => ['2022', '2023', '2024'].map((year) => value(place, year)));
  const of = (...news: SocietalValue[]) => revisionOf('s', known, news);

  test('is abrupt when at least half of the earlier years are changed, in at least half of the places', () => {
    expect(of(value('04', '2022'), value('0480', '2023'))).toEqual({ changed: 2, of: 4 });
    expect(of(value('04', '2022'))).toBeUndefined();
  });

  test('is none of what is new, of the latest year, of another series, or of what was entered or made up', () => {
    expect(of(value('04', '2024'), value('0480', '2024'), value('04', '2025'), value('0482', '2022'))).toBeUndefined();
    expect(revisionOf('other', known, known)).toBeUndefined();
    const entered = known.map((one) => ({ ...one, how: 'entered' as const }));
    expect(revisionOf('s', entered, known)).toBeUndefined();
  });
});
