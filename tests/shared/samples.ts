import type { Terms } from '@insatskollen/shared/agreements/agreement.ts';
import type { Dimension, Indicator, IndicatorKind } from '@insatskollen/shared/indicators/indicator.ts';
import type { Person } from '@insatskollen/shared/people/person.ts';
import type { Entry } from '@insatskollen/shared/reports/answers.ts';
import type { AnswerContext } from '@insatskollen/shared/reports/checkAnswers.ts';
import type { Head } from '@insatskollen/shared/reports/head.ts';

/** A person who may do nothing until the test says more. */
export const person = (more: Partial<Person>): Person => ({
  id: 'p1',
  name: 'Kim Berg',
  email: 'kim.berg@region.example',
  roles: [],
  actorIds: [],
  active: true,
  ...more,
});

/** An indicator of a kind, with its id for a name. */
export const indicator = (id: string, kind: IndicatorKind, more: Partial<Indicator> = {}): Indicator => ({
  id,
  version: 1,
  name: { sv: id, en: id },
  unit: { sv: 'antal', en: 'number' },
  kind,
  decimals: 0,
  direction: 'up',
  dimensions: [],
  definition: { sv: id },
  ...(kind === 'ratio' ? { scale: '100', decimals: 1 } : {}),
  ...(kind === 'text'
    ? { options: ['reached', 'partly', 'missed'].map((option) => ({ id: option, name: { sv: option, en: option } })) }
    : {}),
  ...more,
});

export const byId = <T extends { id: string }>(things: readonly T[]): ReadonlyMap<string, T> =>
  new Map(things.map((thing) => [thing.id, thing]));

const dimensions: readonly Dimension[] = [
  dimension('gender', ['women', 'men']),
  dimension('municipality', ['0484', '0480']),
];
function dimension(id: string, parts: string[]): Dimension {
  return { id, name: { sv: id, en: id }, parts: parts.map((part) => ({ id: part, name: { sv: part, en: part } })) };
}

/** Terms that ask for one required indicator of each kind, one optional, and two questions of which the second may be left. */
export const terms = (more: Partial<Terms> = {}): Terms => ({
  id: 'almi-2026',
  version: 1,
  reference: 'NÄR-2026-1',
  actorId: 'almi',
  initiativeId: 'almi-basuppdrag',
  focusArea: 'starka-nyforetagande',
  termStart: '2026-01-01',
  termEnd: '2026-12-31',
  frequency: 'quarterly',
  dueDays: 30,
  succeeds: null,
  goal: 'Fler företag startas.',
  criteria: [],
  indicators: [
    { indicatorId: 'started', required: true, breakdowns: ['gender'], targets: {} },
    { indicatorId: 'tenants', required: true, breakdowns: [], targets: {} },
    { indicatorId: 'share', required: true, breakdowns: [], targets: {} },
    { indicatorId: 'advised', required: true, breakdowns: ['gender', 'municipality'], targets: {} },
    { indicatorId: 'milestone', required: true, breakdowns: [], targets: {} },
    { indicatorId: 'spent', required: false, breakdowns: [], targets: {} },
  ],
  questions: [
    { id: 'done', name: 'Genomförda aktiviteter', prompt: 'Vad har gjorts?', required: true, maxLength: 10_000 },
    { id: 'next', name: 'Nästa period', prompt: 'Vad händer härnäst?', required: false, maxLength: 10_000 },
  ],
  financing: { own: '100000' },
  rusPriorities: [],
  ...more,
});

export const indicators: readonly Indicator[] = [
  indicator('started', 'flow', { dimensions: ['gender', 'municipality'] }),
  indicator('tenants', 'stock', { dimensions: ['gender'] }),
  indicator('share', 'ratio'),
  indicator('advised', 'unique', { dimensions: ['gender', 'municipality'], unit: { sv: 'personer', en: 'people' } }),
  indicator('milestone', 'text'),
  indicator('spent', 'flow', { decimals: 2, unit: { sv: 'kr', en: 'SEK' } }),
];

export const context = (more: Partial<AnswerContext> = {}): AnswerContext => ({
  terms: terms(),
  indicators: byId(indicators),
  dimensions: byId(dimensions),
  language: 'sv',
  ...more,
});

export const value = (
  number: string,
  breakdowns?: Record<string, Record<string, string>>,
): Extract<Entry, { kind: 'value' }> => ({
  kind: 'value',
  value: number,
  ...(breakdowns ? { breakdowns } : {}),
});
export const ratio = (numerator: string, denominator: string): Entry => ({ kind: 'ratio', numerator, denominator });

/** The head of a report that nobody has begun: Almi's first quarter of 2026, due on 30 April. */
export const head = (more: Partial<Head> = {}): Head => ({
  agreementId: 'almi-2026',
  period: '2026-Q1',
  periodStart: '2026-01-01',
  periodEnd: '2026-03-31',
  termEnd: '2026-12-31',
  actorId: 'almi',
  initiativeId: 'almi-basuppdrag',
  focusArea: 'starka-nyforetagande',
  chain: 'almi-2026',
  chainOrder: 0,
  agreementVersion: 1,
  asked: {},
  state: 'notStarted',
  revision: 0,
  version: 0,
  draftRevision: 0,
  dueAt: '2026-04-30T23:59:59+02:00',
  answerBy: null,
  extension: null,
  submittedAt: null,
  submittedBy: null,
  firstSubmittedAt: null,
  firstSubmittedVersion: null,
  approvedAt: null,
  officialVersion: null,
  figuresKept: false,
  approvedVersions: [],
  reviewer: null,
  reopenRequest: null,
  authors: [],
  hasDraft: false,
  remarksOf: null,
  remarkCount: 0,
  openRemarks: 0,
  message: null,
  brief: null,
  eventCount: 0,
  eventHash: null,
  ...more,
});
