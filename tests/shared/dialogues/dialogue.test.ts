import {
  actionsFromLastTime,
  DialogueSchema,
  openActions,
  withAction,
  withChangedAction,
  type Action,
  type Dialogue,
} from '@insatskollen/shared/dialogues/dialogue.ts';
import { frozenFigure } from '@insatskollen/shared/dialogues/decision.ts';
import { isFound } from '@insatskollen/shared/dialogues/lesson.ts';
import { describe, expect, test } from 'vitest';

const action = (id: string, more: Partial<Action> = {}): Action => ({
  id,
  text: `Gör ${id}`,
  side: 'actor',
  owner: 'Alma',
  due: '2026-09-01',
  done: null,
  comment: null,
  ...more,
});
const dialogue = (id: string, day: string, actions: Action[], more: Partial<Dialogue> = {}): Dialogue =>
  DialogueSchema.parse({ id, version: 1, actorId: 'almi', day, actions, ...more });
const ids = (all: readonly { dialogueId: string; id: string }[]) => all.map((one) => `${one.dialogueId}${one.id}`);

describe('what was agreed', () => {
  const spring = dialogue('s', '2026-03-01', [action('1', { done: '2026-04-01' }), action('2', { due: '2026-12-01' })]);
  const summer = dialogue('u', '2026-06-01', [action('1', { done: '2026-06-20' }), action('2')]);
  const off = dialogue('x', '2026-07-01', [action('1')], { cancelled: true });
  const autumn = dialogue('a', '2026-10-01', []);

  test('is open until it is done, and by the day it is due', () => {
    expect(ids(openActions([spring, summer, off, autumn]))).toEqual(['u2', 's2']);
  });

  test('comes back next time while it is open, or when it was done since', () => {
    expect(ids(actionsFromLastTime([autumn, off, summer, spring], autumn))).toEqual(['u1', 'u2', 's2']);
    expect(ids(actionsFromLastTime([spring, summer], spring))).toEqual([]);
  });

  test('is numbered on, also after others', () => {
    const more = withAction(summer, action('x'), 'sv').dialogue;
    expect(more?.actions.map(({ id }) => id)).toEqual(['1', '2', '3']);
    const full = dialogue(
      'f',
      '2026-01-01',
      Array.from({ length: 50 }, (_, n) => action(String(n + 1))),
    );
    expect(withAction(full, action('x'), 'sv').errors).toMatchObject([{ path: 'text', code: 'tooMany' }]);
  });

  test('is changed one at a time', () => {
    const changed = withChangedAction(summer, '2', { done: '2026-08-01' });
    expect(changed?.actions.map(({ done }) => done)).toEqual(['2026-06-20', '2026-08-01']);
    expect(withChangedAction(summer, '9', {})).toBeUndefined();
  });
});

test('a figure is kept as it was shown', () => {
  const base = { id: 'x', name: { sv: 'X', en: 'X' }, unit: { sv: 'st', en: 'no' }, target: null, contributions: 2 };
  const shown = (more: object) => {
    const { value, max, choices } = frozenFigure({ ...base, ...more });
    return [value, max, choices];
  };
  expect(shown({ value: '12' })).toEqual(['12', null, null]);
  expect(shown({ value: null })).toEqual([null, null, null]);
  expect(shown({ ratio: { numerator: '1', denominator: '3', value: '33.3' } })).toEqual(['33.3', null, null]);
  expect(shown({ range: { min: '5', max: '9' } })).toEqual(['5', '9', null]);
  expect(shown({ choices: { reached: 2 } })).toEqual([null, null, { reached: 2 }]);
});

test.each([
  ['avtal', true],
  ['AVTALET börjar', true],
  ['vtal', false],
  ['överens', true],
  ['overens', false],
  ['', true],
  ['?!', true],
  ['avtal saknas', false],
])('a lesson is found by the beginnings of its words: %s', (search, found) => {
  expect(isFound({ title: 'Innan avtalet börjar', text: 'Kom överens.' }, search)).toBe(found);
});
