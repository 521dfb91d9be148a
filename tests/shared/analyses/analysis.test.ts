import { readDemoAnalyses } from '@insatskollen/infra/local/data/read.ts';
import { readReference } from '@insatskollen/infra/reference/read.ts';
import { AnalysisContentSchema, analysisFaults, isAbout } from '@insatskollen/shared/analyses/analysis.ts';
import { describe, expect, test } from 'vitest';

const content = {
  title: 'Läget för små företag',
  publisher: 'Exempelmyndigheten',
  day: '2026-05-12',
  url: 'https://www.example.org/laget',
  summary: 'Fler startar.',
};
const read = (change: object) => AnalysisContentSchema.safeParse({ ...content, ...change });
/** The codes of what is refused, each by its field. */
const refused = (change: object) =>
  read(change).error?.issues.map((issue) => {
    const { code }: { code?: unknown } = 'params' in issue ? (issue.params ?? {}) : {};
    return `${issue.path.join('.')}: ${typeof code === 'string' ? code : issue.code}`;
  }) ?? [];
const known = { focusAreas: new Set(['start']), rusPriorities: new Set(['learning']) };

describe('an analysis', () => {
  test('is the region’s own and about nothing in particular where nothing else is said', () => {
    expect(read({}).data).toMatchObject({
      ...{ audience: 'region', focusAreas: [], rusPriorities: [], keptAt: null, meaning: null },
    });
  });

  test.each([
    'https://www.example.org/a?b=c#d',
    'https://www.example.org/8505311234',
    ' https://åäö.example.org/läget ',
    '',
    null,
    undefined,
  ])('may be at %j', (url) => {
    expect(refused({ url })).toEqual([]);
  });
  test.each([
    'http://www.example.org',
    'www.example.org',
    'javascript:alert(1)',
    'https://',
    'https://localhost',
    'https://anna:hemligt@example.org/',
    'data:text/html,x',
  ])('is nowhere that a reader may not be sent: %s', (url) => {
    expect(refused({ url })).toEqual(['url: notAnAddress']);
  });

  test.each(['title', 'publisher', 'keptAt', 'summary', 'meaning'])('points out no person in its %s', (field) => {
    for (const text of ['Skriv till anna@example.org', 'Gäller 19811228-9874'])
      expect(refused({ [field]: text })).toEqual([`${field}: personalData`]);
    expect(refused({ [field]: 'Ärende 2026-14, bilaga 3' })).toEqual([]);
  });

  test('has a title, a publisher, a day and a summary, none of them too long', () => {
    expect(refused({ title: ' ', publisher: '', day: '2026-02-30', summary: '\n' })).toEqual([
      ...['title: blank', 'publisher: blank', 'day: notADay', 'summary: blank'],
    ]);
    expect(refused({ title: '=1+1', summary: 'a'.repeat(2_001) })).toEqual(['title: formula', 'summary: tooLong']);
  });

  test('is found somewhere, and is about what there is', () => {
    const faults = (change: object) => {
      const { data } = read(change);
      return data ? analysisFaults(data, known, 'sv').map(({ path, code }) => `${path}: ${code}`) : 'unread';
    };
    expect(faults({ focusAreas: ['start'], rusPriorities: ['learning'] })).toEqual([]);
    expect(faults({ url: null, keptAt: 'Arkivet' })).toEqual([]);
    expect(faults({ url: '', keptAt: ' ', focusAreas: ['start', 'mars'], rusPriorities: ['x'] })).toEqual([
      ...['url: placeNeeded', 'focusAreas.1: unknownArea', 'rusPriorities.0: unknownRusPriority'],
    ]);
  });

  test.each([
    [{}, true],
    [{ focusArea: 'start' }, true],
    [{ focusArea: 'growth' }, false],
    [{ rusPriority: 'learning' }, false],
    [{ focusArea: 'start', rusPriority: 'learning' }, false],
  ])('about one area is about %j: %s', (asked, about) => {
    expect(isAbout({ focusAreas: ['start'], rusPriorities: [] }, asked)).toBe(about);
  });
});

test('the demo’s analyses live by the rules', () => {
  const { strategy } = readReference();
  const reference = {
    focusAreas: new Set(
      strategy.flatMap(({ strategicAreas }) => strategicAreas.flatMap((area) => area.focusAreas.map(({ id }) => id))),
    ),
    rusPriorities: new Set(strategy.flatMap(({ rusPriorities }) => rusPriorities.map(({ id }) => id))),
  };
  const analyses = readDemoAnalyses();
  expect(analyses.length).toBeGreaterThan(3);
  for (const { id, enteredAt, ...analysis } of analyses) {
    expect([id, analysisFaults(analysis, reference, 'sv')]).toEqual([id, []]);
    expect(enteredAt > analysis.day).toBe(true);
  }
});
