import type { Dimension, Indicator } from '@insatskollen/shared/indicators/indicator.ts';
import { SocietalIndicatorSchema } from '@insatskollen/shared/societal/indicator.ts';
import type { Question } from '@insatskollen/shared/agreements/agreement.ts';
import type { Item } from '@insatskollen/functions/table/client.ts';
import { geographiesItem, societalItem } from '@insatskollen/functions/societal/store.ts';
import { libraryKey, type LibraryKind } from '@insatskollen/functions/table/keys.ts';

const both = (text: string) => ({ sv: text, en: text });
const named = (id: string) => ({ id, name: both(id) });

const indicator = (id: string, kind: Indicator['kind'], more: Partial<Indicator> = {}): Indicator => ({
  id,
  version: 1,
  name: both(id),
  unit: both('antal'),
  kind,
  decimals: 0,
  direction: 'up',
  dimensions: [],
  definition: { sv: id },
  ...more,
});

/** One indicator of each way to add up, and among them decimals, negatives, breakdowns and a scale. */
export const indicators: readonly Indicator[] = [
  indicator('visits', 'flow', { dimensions: ['gender', 'municipality'] }),
  indicator('spent', 'flow', { decimals: 2, negative: true, unit: both('kr') }),
  indicator('firms', 'stock', { decimals: 1, dimensions: ['gender'] }),
  indicator('loans', 'stock', { decimals: 4, unit: both('kr') }),
  indicator('share', 'ratio', { decimals: 1, scale: '100' }),
  indicator('clients', 'unique', { dimensions: ['gender'], unit: both('personer') }),
  indicator('milestone', 'text', { options: ['reached', 'partly', 'missed'].map(named) }),
];

export const dimensions: readonly Dimension[] = [
  { ...named('gender'), parts: ['women', 'men'].map(named) },
  { ...named('municipality'), parts: ['0484', '0480', '0481'].map(named) },
];

const question = (id: string, required: boolean): Question => ({
  id,
  name: id,
  prompt: id,
  required,
  maxLength: 10_000,
});
export const questions: readonly Question[] = [question('done', true), question('next', false)];

export const actors = ['north', 'east', 'west'] as const;

/** Strategic area → its focus areas, in the strategy's order. */
export const strategy: Readonly<Record<string, readonly string[]>> = { growth: ['start', 'skills'], place: ['rural'] };

/** Each initiative and the focus area that it counts in. */
export const initiatives: Readonly<Record<string, string>> = {
  advice: 'start',
  capital: 'start',
  school: 'skills',
  farms: 'rural',
};

/** The registers as the table holds them. */
export function registerItems(): Item[] {
  const kinds: Partial<Record<LibraryKind, readonly { id: string }[]>> = {
    strategy: [
      {
        id: 'strategy',
        ...{
          name: 'strategy',
          rusPriorities: [{ id: 'growth', name: 'Growth' }],
          strategicAreas: Object.entries(strategy).map(areaOf),
        },
      },
    ],
    actor: actors.map((id) => ({ id, name: id, shortName: id, kind: 'other', nameToConfirm: false })),
    initiative: Object.entries(initiatives).map(([id, primaryFocusArea]) => ({
      id,
      title: id,
      summary: null,
      lifecycle: 'ongoing',
      primaryFocusArea,
      alsoContributesTo: [],
      responsible: [],
      participants: [],
      timeline: { asWritten: null, start: null, end: null, ongoing: true },
    })),
    indicator: indicators,
    dimension: dimensions,
    question: questions,
    questionSet: [{ id: 'usual', ...{ name: 'usual', questions: questions.map(({ id }) => id) } }],
  };
  const library = Object.entries(kinds).flatMap(([kind, things]) =>
    things.map((content, order) => ({
      ...libraryKey(kind as LibraryKind, order, content.id),
      id: content.id,
      content,
      version: 1,
    })),
  );
  return [...library, ...societalItems()];
}

/** One indicator of society, without values. */
function societalItems(): Item[] {
  const content = SocietalIndicatorSchema.parse({
    ...{ id: 'unemployed', sourceId: 'A5', name: both('unemployed'), group: 'base-labour', unit: both('%') },
    ...{ direction: 'down', geographyLevels: ['region'], frequency: 'yearly', dividedByGender: false, decimals: 1 },
    ...{ series: [], seriesBreaks: [], caveats: [], sourceVerified: true, until: null, replacedBy: null },
  });
  const county = { id: '04', name: both('county'), level: 'region' as const, koladaId: '0004' };
  return [geographiesItem([county]), societalItem({ content, order: 0, version: 1 })];
}

const areaOf = ([id, focusAreas]: [string, readonly string[]], order: number) => ({
  id,
  name: id,
  order,
  vision: id,
  focusAreas: focusAreas.map((focus, n) => ({ id: focus, name: focus, order: n, note: null })),
});
