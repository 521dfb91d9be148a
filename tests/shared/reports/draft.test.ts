import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noAnswers, type Answers, type AnswersPatch, type Entry } from '@insatskollen/shared/reports/answers.ts';
import { conflictsOf, merge, replacement, type DraftState } from '@insatskollen/shared/reports/draft.ts';
import { always } from '../always.ts';
import { value } from '../samples.ts';

const empty: DraftState = { answers: noAnswers, revision: 0, entryRevisions: {} };
const patch = (values: AnswersPatch['values'], texts: AnswersPatch['texts'] = {}): AnswersPatch => ({ values, texts });

const ids = fc.constantFrom('started', 'share', 'id.with.dots');
const entries: fc.Arbitrary<Entry> = fc.oneof(
  fc.nat({ max: 3 }).map((n) => value(String(n))),
  fc.constant<Entry>({ kind: 'notApplicable' }),
  fc
    .nat({ max: 2 })
    .map((n): Entry => ({ ...value('1', { gender: { women: String(n), men: '0' } }), comment: 'Två kurser.' })),
);
const texts = fc.constantFrom('', 'a', 'b');
const patches: fc.Arbitrary<AnswersPatch> = fc.record({
  values: fc.dictionary(ids, fc.option(entries), { noNullPrototype: true, maxKeys: 3 }),
  texts: fc.dictionary(ids, fc.option(texts), { noNullPrototype: true, maxKeys: 3 }),
});
const wholes: fc.Arbitrary<Answers> = fc.record({
  values: fc.dictionary(ids, entries, { noNullPrototype: true }),
  texts: fc.dictionary(ids, texts, { noNullPrototype: true }),
});
const people = fc.constantFrom('p1', 'p2');
/** A draft after any number of saves by two people. */
const drafts = fc
  .array(fc.tuple(patches, people), { maxLength: 5 })
  .map((saves) => saves.reduce((draft, [saved, personId]) => merge(draft, saved, personId), empty));

describe('saving into a draft', () => {
  test('changes the entries it names and no other', () => {
    const first = merge(empty, patch({ started: value('1') }, { done: 'a' }), 'p1');
    const second = merge(first, patch({ share: { kind: 'notApplicable' } }), 'p2');
    expect(second.answers).toEqual({
      values: { started: value('1'), share: { kind: 'notApplicable' } },
      texts: { done: 'a' },
    });
    expect(second.entryRevisions).toEqual({
      'values.started': { revision: 1, personId: 'p1' },
      'texts.done': { revision: 1, personId: 'p1' },
      'values.share': { revision: 2, personId: 'p2' },
    });
  });

  test('clears what it says is null, and nothing else: an emptied text is still there', () => {
    const first = merge(empty, patch({ started: value('1') }, { done: 'a', next: 'b' }), 'p1');
    expect(merge(first, patch({ started: null }, { done: null, next: '' }), 'p1').answers).toEqual({
      values: {},
      texts: { next: '' },
    });
  });

  test('leaves an entry that stays the same to the one who wrote it', () => {
    const first = merge(empty, patch({ started: value('1') }), 'p1');
    expect(merge(first, patch({ started: value('1') }), 'p2').entryRevisions['values.started']).toEqual({
      revision: 1,
      personId: 'p1',
    });
  });

  test('always goes on to the next revision, and never changes what it was given', () => {
    always(
      fc.property(drafts, patches, people, (draft, saved, personId) => {
        const before = structuredClone(draft);
        expect(merge(draft, saved, personId).revision).toBe(draft.revision + 1);
        expect(draft).toEqual(before);
      }),
    );
  });

  test('twice gives what once gave', () => {
    always(
      fc.property(drafts, patches, people, people, (draft, saved, personId, again) => {
        const once = merge(draft, saved, personId);
        const twice = merge(once, saved, again);
        expect(twice.answers).toEqual(once.answers);
        expect(twice.entryRevisions).toEqual(once.entryRevisions);
      }),
    );
  });

  test('in different fields gives the same answers in any order', () => {
    always(
      fc.property(drafts, patches, patches, (draft, one, other) => {
        const apart = patch(
          Object.fromEntries(Object.entries(other.values).filter(([id]) => !(id in one.values))),
          Object.fromEntries(Object.entries(other.texts).filter(([id]) => !(id in one.texts))),
        );
        expect(merge(merge(draft, one, 'p1'), apart, 'p2').answers).toEqual(
          merge(merge(draft, apart, 'p2'), one, 'p1').answers,
        );
      }),
    );
  });
});

describe('two people in one draft', () => {
  test('who write in different fields never collide', () => {
    always(
      fc.property(drafts, patches, patches, (draft, one, other) => {
        const seen = draft.revision;
        const apart = patch(
          Object.fromEntries(Object.entries(other.values).filter(([id]) => !(id in one.values))),
          Object.fromEntries(Object.entries(other.texts).filter(([id]) => !(id in one.texts))),
        );
        expect(conflictsOf(merge(draft, one, 'p1'), apart, seen)).toEqual([]);
      }),
    );
  });

  test('who write in the same field: the second is shown both values and who wrote the first', () => {
    const first = merge(empty, patch({ started: value('12') }, { done: 'a' }), 'p1');
    expect(conflictsOf(first, patch({ started: value('13') }, { done: 'b', next: 'c' }), 0)).toEqual([
      { path: 'values.started', theirs: value('12'), yours: value('13'), personId: 'p1' },
      { path: 'texts.done', theirs: 'a', yours: 'b', personId: 'p1' },
    ]);
  });

  test('also where one of them clears it', () => {
    const first = merge(empty, patch({ started: value('12') }), 'p1');
    expect(conflictsOf(first, patch({ started: null }), 0)).toEqual([
      { path: 'values.started', theirs: value('12'), yours: null, personId: 'p1' },
    ]);
    const cleared = merge(first, patch({ started: null }), 'p2');
    expect(conflictsOf(cleared, patch({ started: value('13') }), 1)).toEqual([
      { path: 'values.started', theirs: null, yours: value('13'), personId: 'p2' },
    ]);
    expect(conflictsOf(cleared, patch({ started: null }), 1)).toEqual([]);
  });

  test('who write the same: no collision, so a save whose answer was lost can be sent again', () => {
    always(
      fc.property(drafts, patches, (draft, saved) => {
        expect(conflictsOf(merge(draft, saved, 'p1'), saved, draft.revision)).toEqual([]);
      }),
    );
  });

  test('one who has seen the latest never collides', () => {
    always(
      fc.property(drafts, patches, (draft, saved) => {
        expect(conflictsOf(draft, saved, draft.revision)).toEqual([]);
      }),
    );
  });

  test('a collision is always about a field that was changed since, to something else', () => {
    always(
      fc.property(drafts, patches, patches, (draft, one, other) => {
        const now = merge(draft, one, 'p1');
        for (const { path, theirs, yours, personId } of conflictsOf(now, other, draft.revision)) {
          expect(personId).toBe('p1');
          expect(now.entryRevisions[path]?.revision).toBe(now.revision);
          expect(theirs).not.toEqual(yours);
        }
      }),
    );
  });
});

describe('replacing a whole draft', () => {
  test('leaves exactly what was sent, whatever was there', () => {
    always(
      fc.property(drafts, wholes, (draft, whole) => {
        expect(merge(draft, replacement(draft.answers, whole), 'p1').answers).toEqual(whole);
      }),
    );
  });
});
