import { describe, expect, test } from 'vitest';
import type { Entry } from '@insatskollen/shared/reports/answers.ts';
import { createAutosave, type SaveState } from '@insatskollen/web/src/lib/report/autosave.ts';
import type { DraftApi, SavedReport, SaveRefusal, SaveReply } from '@insatskollen/web/src/lib/report/draftApi.ts';
import { withAnswer, type Answer, type Written } from '@insatskollen/web/src/lib/report/entries.ts';
import { unsentIn, type Keep } from '@insatskollen/web/src/lib/report/unsent.ts';

const value = (number: string): Entry => ({ kind: 'value', value: number });
const nothing: Written = { values: {}, texts: {} };

/** A browser's storage. */
function keep(): Keep {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    key: (at) => [...items.keys()][at] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, text) => void items.set(key, text),
    removeItem: (key) => void items.delete(key),
  };
}

/** A clock that moves only when it is told to. */
function clock() {
  let now = 0;
  let waiting: { at: number; act: () => void }[] = [];
  return {
    now: () => now,
    later: (ms: number, act: () => void) => {
      const due = { at: now + ms, act };
      waiting.push(due);
      return () => void (waiting = waiting.filter((other) => other !== due));
    },
    async pass(ms: number) {
      now += ms;
      const due = waiting.filter(({ at }) => at <= now);
      waiting = waiting.filter(({ at }) => at > now);
      for (const { act } of due) act();
      for (let turn = 0; turn < 40; turn++) await Promise.resolve();
    },
  };
}

const no = (status: number, more: Partial<SaveRefusal> = {}): SaveRefusal => ({
  ok: false,
  status,
  code: '',
  detail: '',
  errors: [],
  conflicts: new Map(),
  people: {},
  retryAfterMs: null,
  ...more,
});

/** A server that holds one report, merges entry by entry and refuses what would undo a later change. */
function server() {
  let answers: Written = nothing;
  let revision = 0;
  const changedAt = new Map<string, number>();
  const patches: string[][] = [];
  let refusals: SaveRefusal[] = [];
  const saved = (): SavedReport => ({
    answers,
    draftSavedAt: `saved ${revision}`,
    remarks: [],
    people: { anna: 'Anna' },
  });
  const write = (path: string, answer: Answer) => {
    revision += 1;
    answers = withAnswer(answers, path, answer);
    changedAt.set(path, revision);
  };
  const reply = (): SaveReply => ({ ok: true, saved: saved(), etag: String(revision) });
  const api: DraftApi = {
    async save(patch, etag) {
      const refusal = refusals.shift();
      if (refusal) return refusal;
      const entries: [string, Answer][] = [
        ...Object.entries(patch.values).map(([id, entry]): [string, Answer] => [`values.${id}`, entry]),
        ...Object.entries(patch.texts).map(([id, text]): [string, Answer] => [`texts.${id}`, text]),
      ];
      const stale = entries.filter(([path]) => (changedAt.get(path) ?? 0) > Number(etag));
      if (stale.length > 0) return no(412, { conflicts: new Map(stale.map(([path]) => [path, 'anna'])) });
      patches.push(entries.map(([path]) => path));
      for (const [path, answer] of entries) write(path, answer);
      return reply();
    },
    tick: async () => ({ ok: true }),
    read: async () => reply(),
  };
  return { api, patches, write, refuse: (...next: SaveRefusal[]) => void (refusals = next), answers: () => answers };
}

function desk(where = server(), store = keep(), from?: { written: Written; etag: string }) {
  const time = clock();
  let written = from?.written ?? where.answers();
  const states: SaveState[] = [];
  let conflicts: string[] = [];
  let names: Readonly<Record<string, string>> = {};
  const unsent = unsentIn(store, { personId: 'p1', agreementId: 'almi', period: '2026-Q3' });
  const start = {
    written: from?.written ?? where.answers(),
    conflicts: new Map(),
    etag: from?.etag ?? '0',
    savedAt: null,
  };
  const saving = createAutosave(
    start,
    {
      written: () => written,
      held: () => [],
      take: (paths, theirs) => {
        for (const path of paths) {
          const [room = '', id = ''] = path.split('.');
          written = withAnswer(written, path, (room === 'values' ? theirs.values[id] : theirs.texts[id]) ?? null);
        }
      },
      refused: () => {},
      show: (state) => states.push(state),
      conflicts: (found, people) => {
        conflicts = [...found].map(([path, { personId }]) => `${path} ${people[personId ?? ''] ?? '?'}`);
        names = people;
      },
    },
    where.api,
    unsent,
    time,
  );
  return {
    where,
    store,
    time,
    saving,
    unsent,
    type: (path: string, answer: Answer) => {
      written = withAnswer(written, path, answer);
      saving.changed();
    },
    restore: () => void (written = saving.restore()),
    written: () => written,
    conflicts: () => conflicts,
    names: () => names,
    state: () => states.at(-1),
    states,
  };
}

describe('saving by itself', () => {
  test('waits for a pause of less than two seconds, and sends only what changed', async () => {
    const almi = desk();
    almi.type('values.a', value('1'));
    await almi.time.pass(500);
    almi.type('values.a', value('12'));
    await almi.time.pass(500);
    expect(almi.where.patches).toEqual([]);
    expect(almi.state()).toEqual({ kind: 'pending' });
    await almi.time.pass(500);
    expect(almi.where.patches).toEqual([['values.a']]);
    expect(almi.state()).toEqual({ kind: 'saved', at: 'saved 1' });
  });

  test('does not wait for ever for someone who never pauses', async () => {
    const almi = desk();
    for (let n = 0; n < 20; n++) {
      almi.type('texts.t', 'x'.repeat(n + 1));
      await almi.time.pass(500);
    }
    expect(almi.where.patches.length).toBeGreaterThan(0);
  });

  test('keeps in the browser what is not acknowledged, and nothing that is', async () => {
    const almi = desk();
    almi.type('texts.t', 'Vi höll');
    expect(almi.unsent.all()).toEqual([{ path: 'texts.t', base: null, mine: 'Vi höll' }]);
    await almi.time.pass(1000);
    expect(almi.unsent.all()).toEqual([]);
  });

  test('goes on typing while it is being saved', async () => {
    const almi = desk();
    almi.type('texts.t', 'ett');
    const before = almi.where.api.save;
    almi.where.api.save = async (...sent) => {
      almi.type('texts.t', 'ett två');
      almi.where.api.save = before;
      return before(...sent);
    };
    await almi.time.pass(1000);
    await almi.time.pass(1000);
    expect(almi.where.answers().texts).toEqual({ t: 'ett två' });
    expect(almi.conflicts()).toEqual([]);
  });
});

describe('when the server is away', () => {
  test('it tries again, later each time, and loses nothing', async () => {
    const almi = desk();
    almi.where.refuse(no(503), no(0), no(503));
    almi.type('texts.t', 'kvar');
    await almi.time.pass(1000);
    expect(almi.state()).toEqual({ kind: 'failed' });
    await almi.time.pass(2000);
    await almi.time.pass(4000);
    expect(almi.where.answers().texts).toEqual({});
    expect(almi.unsent.all()).toHaveLength(1);
    await almi.time.pass(8000);
    expect(almi.where.answers().texts).toEqual({ t: 'kvar' });
    expect(almi.state()).toMatchObject({ kind: 'saved' });
  });

  test('it waits as long as the server asks', async () => {
    const almi = desk();
    almi.where.refuse(no(429, { retryAfterMs: 10_000 }));
    almi.type('texts.t', 'kvar');
    await almi.time.pass(1000);
    await almi.time.pass(9000);
    expect(almi.where.patches).toEqual([]);
    await almi.time.pass(1000);
    expect(almi.where.patches).toHaveLength(1);
  });

  test('an expired session keeps everything, and saves it after sign-in', async () => {
    const almi = desk();
    almi.where.refuse(no(401));
    almi.type('texts.t', 'kvar');
    await almi.time.pass(1000);
    expect(almi.state()).toEqual({ kind: 'signedOut' });
    almi.saving.wake();
    await almi.time.pass(0);
    expect(almi.where.answers().texts).toEqual({ t: 'kvar' });
  });

  test('what can never be saved stops it, says why, and stays in the browser', async () => {
    const almi = desk();
    almi.where.refuse(no(409, { code: 'wrongState', detail: 'Det går inte i rapportens nuvarande läge.' }));
    almi.type('texts.t', 'kvar');
    await almi.time.pass(1000);
    expect(almi.state()).toMatchObject({ kind: 'refused', code: 'wrongState' });
    almi.type('texts.t', 'kvar än');
    await almi.time.pass(10_000);
    expect(almi.unsent.all()).toEqual([{ path: 'texts.t', base: null, mine: 'kvar än' }]);
  });

  test('one answer that the server will not have does not stop the others', async () => {
    const almi = desk();
    almi.where.refuse(no(422, { errors: [{ path: 'answers.texts.t', message: 'Högst 100 tecken.' }] }));
    almi.type('texts.t', 'för lång');
    almi.type('values.a', value('3'));
    await almi.time.pass(1000);
    expect(almi.where.patches).toEqual([['values.a']]);
    expect(almi.state()).toEqual({ kind: 'pending' });
  });
});

describe('two who write in the same report', () => {
  test('never collide in different fields', async () => {
    const where = server();
    const [anna, bo] = [desk(where), desk(where)];
    anna.type('values.a', value('1'));
    bo.type('values.b', value('2'));
    await anna.time.pass(1000);
    await bo.time.pass(1000);
    expect(where.answers().values).toEqual({ a: value('1'), b: value('2') });
    expect(bo.written().values).toEqual({ a: value('1'), b: value('2') });
    expect(bo.conflicts()).toEqual([]);
  });

  test('choose, when both wrote in one field, and see who the other was', async () => {
    const where = server();
    const [anna, bo] = [desk(where), desk(where)];
    anna.type('values.a', value('1'));
    await anna.time.pass(1000);
    bo.type('values.a', value('2'));
    bo.type('texts.t', 'annat');
    await bo.time.pass(1000);
    expect(bo.conflicts()).toEqual(['values.a Anna']);
    expect(where.answers()).toMatchObject({ values: { a: value('1') }, texts: { t: 'annat' } });
    expect(bo.written().values).toEqual({ a: value('2') });
    bo.saving.settle('values.a', 'mine');
    await bo.time.pass(1000);
    expect(where.answers().values).toEqual({ a: value('2') });
    expect(bo.unsent.all()).toEqual([]);
  });

  test('can take what the other wrote', async () => {
    const where = server();
    const [anna, bo] = [desk(where), desk(where)];
    anna.type('values.a', value('1'));
    await anna.time.pass(1000);
    bo.type('values.a', value('2'));
    await bo.time.pass(1000);
    bo.saving.settle('values.a', 'theirs');
    await bo.time.pass(1000);
    expect(bo.written().values).toEqual({ a: value('1') });
    expect(bo.state()).toMatchObject({ kind: 'saved' });
  });

  test('are not set against each other by having written the same', async () => {
    const where = server();
    const [anna, bo] = [desk(where), desk(where)];
    anna.type('values.a', value('1'));
    bo.type('values.a', value('1'));
    await anna.time.pass(1000);
    await bo.time.pass(1000);
    expect(bo.conflicts()).toEqual([]);
    expect(bo.state()).toMatchObject({ kind: 'saved' });
  });

  test('a change that arrives under what is being typed is not undone in silence', async () => {
    const where = server();
    const [anna, bo] = [desk(where), desk(where)];
    bo.type('values.b', value('5'));
    const before = where.api.save;
    where.api.save = async (...sent) => {
      where.api.save = before;
      where.write('values.a', value('1'));
      bo.type('values.a', value('2'));
      return before(...sent);
    };
    await bo.time.pass(1000);
    await bo.time.pass(1000);
    expect(bo.conflicts()).toEqual(['values.a ?']);
    expect(where.answers().values['a']).toEqual(value('1'));
    expect(anna.conflicts()).toEqual([]);
  });
});

describe('coming back to the page', () => {
  test('brings back what was never saved, and saves it', async () => {
    const first = desk();
    first.where.refuse(no(0), no(0), no(0));
    first.type('texts.t', 'osparat');
    await first.time.pass(1000);
    const again = desk(first.where, first.store);
    first.where.refuse();
    again.restore();
    expect(again.written().texts).toEqual({ t: 'osparat' });
    again.saving.changed();
    await again.time.pass(1000);
    expect(first.where.answers().texts).toEqual({ t: 'osparat' });
    expect(again.unsent.all()).toEqual([]);
  });

  test('asks, when somebody else has written in the same field since', async () => {
    const first = desk();
    first.where.refuse(no(0));
    first.type('texts.t', 'mitt');
    await first.time.pass(1000);
    first.where.write('texts.t', 'deras');
    const again = desk(first.where, first.store, { written: first.where.answers(), etag: '1' });
    again.restore();
    expect(again.conflicts()).toEqual(['texts.t ?']);
    again.saving.changed();
    await again.time.pass(1000);
    expect(first.where.answers().texts).toEqual({ t: 'deras' });
    expect(again.unsent.all()).toEqual([{ path: 'texts.t', base: null, mine: 'mitt' }]);
    // And again asks after one more reload, instead of forgetting that it was never chosen.
    const third = desk(first.where, first.store, { written: first.where.answers(), etag: '1' });
    third.restore();
    expect(third.conflicts()).toEqual(['texts.t ?']);
  });

  test('does not keep what belongs to somebody else apart from them', () => {
    const store = keep();
    const mine = unsentIn(store, { personId: 'p1', agreementId: 'almi', period: '2026-Q3' });
    const yours = unsentIn(store, { personId: 'p2', agreementId: 'almi', period: '2026-Q3' });
    mine.put({ path: 'texts.t', base: null, mine: 'hemligt' });
    expect(yours.all()).toEqual([]);
  });
});
