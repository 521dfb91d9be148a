import { digestOf, type Notice, type Telling, type Told } from '@insatskollen/shared/notices/digest.ts';
import { letterHtml, letterText } from '@insatskollen/shared/notices/letter.ts';
import { usualPreferences } from '@insatskollen/shared/notices/preferences.ts';
import { hearersOf, recipientsOf } from '@insatskollen/shared/notices/recipients.ts';
import { digestLetter, lateLetter } from '@insatskollen/shared/notices/words.ts';
import type { Person } from '@insatskollen/shared/people/person.ts';
import { describe, expect, test } from 'vitest';

const report = (period: string, more: Partial<Told> = {}): Told => ({
  agreementId: 'almi-2026',
  period,
  actorId: 'almi',
  initiativeId: 'bas',
  state: 'notStarted',
  dueAt: '2026-10-30T23:59:59+01:00',
  answerBy: null,
  reopenRequest: null,
  ...more,
});
const returned = report('2026-Q2', { state: 'returned', answerBy: '2026-11-06T23:59:59+01:00' });
const approved = report('2026-Q1', { state: 'approved' });
const notices: Notice[] = [
  { kind: 'returned', report: returned },
  { kind: 'approved', report: approved },
  { kind: 'reviewTaken', report: report('2025-Q4', { state: 'submitted' }) },
];
/** A Friday. */
const telling: Telling = {
  preferences: usualPreferences,
  since: '2026-10-29',
  day: '2026-10-30',
  own: [report('2026-Q3'), returned, approved],
  notices,
  commented: [],
  endings: [],
};

describe('a digest', () => {
  test('names each report once, by what is most pressing', () => {
    const digest = digestOf({ ...telling, since: '2026-11-05', day: '2026-11-06' });
    expect(digest?.back.map(({ period }) => period)).toEqual(['2026-Q2']);
    expect(digest?.due).toEqual([]);
    expect(digestOf(telling)?.due.map(({ period }) => period)).toEqual(['2026-Q3']);
  });

  test('leaves out what has been answered since it happened', () => {
    const since = { ...returned, state: 'submitted' as const };
    expect(digestOf({ ...telling, own: [], notices: [{ kind: 'returned', report: since }] })).toBeUndefined();
    expect(digestOf({ ...telling, own: [], notices: [{ kind: 'reopenRequested', report: approved }] })).toBeUndefined();
  });

  test('leaves out what somebody does without, and never what is asked of them', () => {
    const digest = digestOf({ ...telling, preferences: { ...usualPreferences, off: ['approved', 'reviewTaken'] } });
    expect(digest).toMatchObject({ approved: [], taken: [] });
    expect(digest?.back).toHaveLength(1);
  });

  test('names what was commented on once, to who does not do without, and waits for Monday with it', () => {
    const of = { agreementId: 'almi-2026', actorId: 'almi', initiativeId: 'bas' };
    const commented = [
      { ...of, period: '2026-Q1' },
      { ...of, period: null },
      { ...of, period: '2026-Q1' },
    ];
    const news = { ...telling, own: [], notices: [], commented };
    expect(digestOf(news)?.commented.map(({ period }) => period)).toEqual(['2026-Q1', null]);
    expect(digestOf({ ...news, preferences: { ...usualPreferences, off: ['commented'] } })).toBeUndefined();
    const weekly = { ...news, preferences: { ...usualPreferences, rhythm: 'weekly' as const } };
    expect(digestOf(weekly)).toBeUndefined();
    expect(digestOf({ ...weekly, since: '2026-11-01', day: '2026-11-02' })?.commented).toHaveLength(2);
  });

  test('waits for Monday for who is told weekly, unless something is asked of them that day', () => {
    const weekly = { ...telling, preferences: { ...usualPreferences, rhythm: 'weekly' as const }, own: [] };
    const news = { ...weekly, notices: notices.slice(1) };
    expect(digestOf(news)).toBeUndefined();
    expect(digestOf({ ...news, since: '2026-11-01', day: '2026-11-02' })?.approved).toHaveLength(1);
    expect(digestOf(weekly)?.back).toHaveLength(1);
    expect(digestOf({ ...news, own: [report('2026-Q3')] })?.due).toHaveLength(1);
  });
});

describe('the letter', () => {
  const names = {
    origin: 'https://insatskollen.example',
    actor: () => 'Almi',
    initiative: () => 'Bas & <råd>',
  };
  const late = { ...telling, day: '2026-11-02', since: '2026-11-01' };
  const letterIn = (language: 'sv' | 'en') => {
    const digest = digestOf(late);
    if (!digest) throw new Error('nothing to tell');
    return digestLetter(digest, { name: 'Alma Almi', language }, late.day, names);
  };

  test('says in Swedish what is asked, by when, and where', () => {
    const letter = letterIn('sv');
    expect(letter.subject).toBe('Insatskollen: en rapport är tillbaka, en rapport är sen');
    const text = letterText(letter);
    expect(text).toContain('Hej Alma!');
    expect(text).toContain('kvartal 3 2026: Skulle ha varit inne 30\u00a0oktober 2026, för 3 dagar sedan.');
    expect(text).toContain('Svara senast 6\u00a0november 2026, om 4 dagar.');
    expect(text).toContain('https://insatskollen.example/rapporter/almi-2026/2026-Q3');
    expect(text).toContain('https://insatskollen.example/konto/paminnelser');
  });

  test('says the same in English', () => {
    const text = letterText(letterIn('en'));
    expect(text).toContain('Hello Alma,');
    expect(text).toContain('Should have been in on 30\u00a0October 2026, 3 days ago.');
    expect(text).not.toMatch(/[åäö](?!d)/);
  });

  test('is in HTML what it is in text, with everything in it escaped', () => {
    const html = letterHtml(letterIn('sv'));
    expect(html).toContain('<html lang="sv">');
    expect(html).toContain('Bas &#38; &#60;råd&#62;');
    expect(html).not.toMatch(/<råd>|<img|<script|src=/);
  });

  test('of a coordinator carries what was written, the late reports, and who to answer', () => {
    const written = {
      subject: 'Vi saknar er rapport',
      text: 'Hör av er.\n\nVi hjälper gärna till.',
      by: 'Sam Samordnare',
    };
    const letter = lateLetter(written, { name: 'Alma Almi', language: 'sv' }, [report('2026-Q3')], late.day, names);
    expect(letter.intro).toEqual(['Hör av er.', 'Vi hjälper gärna till.']);
    expect(letterText(letter)).toContain('Skrivet av Sam Samordnare på Region Sörmland.');
    expect(letter.sections[0]?.lines).toHaveLength(1);
  });
});

describe('who is told', () => {
  const person = (id: string, more: Partial<Person>): Person => ({
    id,
    name: id,
    email: `${id}@insatskollen.example`,
    roles: ['reporter'],
    actorIds: ['almi'],
    active: true,
    ...more,
  });
  const people = [
    person('anna', {}),
    person('bo', { active: false }),
    person('uf', { actorIds: ['uf'] }),
    person('kim', { roles: ['coordinator'], actorIds: [] }),
    person('rut', { roles: ['coordinator', 'reporter'] }),
  ];
  const toldOf = (type: 'returned' | 'reopenRequested' | 'submitted', personId: string) =>
    recipientsOf({ type, personId }, 'almi', people, [])[0]?.people.map(({ id }) => id);

  test('of what the region does: those who report for the actor now, but not who did it', () => {
    expect(toldOf('returned', 'kim')).toEqual(['anna', 'rut']);
    expect(toldOf('returned', 'rut')).toEqual(['anna']);
  });

  test('of what the actor asks: the coordinators; of what is no news to anybody: no one', () => {
    expect(toldOf('reopenRequested', 'anna')).toEqual(['kim', 'rut']);
    expect(toldOf('submitted', 'anna')).toBeUndefined();
  });

  test('of what a department or a leader says: the coordinators who may hear it', () => {
    const hear = (role: 'department' | 'leader' | 'coordinator', by: string, actorId: string) =>
      hearersOf({ by, role }, actorId, people).map(({ id }) => id);
    expect(hear('department', 'ax', 'almi')).toEqual(['kim']);
    expect(hear('leader', 'lea', 'uf')).toEqual(['kim', 'rut']);
    expect(hear('leader', 'kim', 'uf')).toEqual(['rut']);
    expect(hear('coordinator', 'rut', 'uf')).toEqual([]);
  });

  test('of a review that is taken over: whoever held it until then, if it was another', () => {
    const takenOverFrom = (personId: string, ...before: Parameters<typeof recipientsOf>[3]) =>
      recipientsOf({ type: 'reviewTaken', personId }, 'almi', people, before)
        .filter(({ kind }) => kind === 'reviewTakenOver')
        .flatMap((told) => told.people.map(({ id }) => id));
    const submitted = { type: 'submitted', personId: 'anna' } as const;
    const taken = { type: 'reviewTaken', personId: 'kim' } as const;
    expect(takenOverFrom('rut', submitted, taken)).toEqual(['kim']);
    expect(takenOverFrom('rut', submitted, taken, { type: 'extended', personId: 'rut' })).toEqual(['kim']);
    expect(takenOverFrom('kim', submitted, taken)).toEqual([]);
    expect(takenOverFrom('rut', submitted)).toEqual([]);
    expect(takenOverFrom('rut', submitted, taken, { type: 'reviewGivenBack', personId: 'kim' })).toEqual([]);
  });
});
