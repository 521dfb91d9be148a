import { number } from '../format/number.ts';
import { together } from '../summary/coverage.ts';
import { coverageSentence } from '../summary/coverageWords.ts';
import { chosenFigures } from './areaParts.ts';
import type { Said, Section } from './content.ts';
import type { AreaFigures, StrategyData } from './data.ts';
import { inSwedish, packWords, saying } from './words.ts';

/** What the figures of a pack mean, and how much of what was expected they rest on. */
export function appendix(data: StrategyData, areas: readonly AreaFigures[]): Section[] {
  const { language, indicators, choices } = data;
  const t = packWords[language];
  const say = saying(language);
  const shown = new Set(areas.flatMap((area) => chosenFigures(area, choices.figures).map(({ id }) => id)));
  const definitions = [...indicators.values()].flatMap(({ id, name, definition }): Said[][] =>
    shown.has(id) ? [[say(name[language]), definitionIn(definition, data)]] : [],
  );
  const page = { kicker: null, hue: 0, level: 1 as const };
  return [
    {
      ...page,
      title: say(t.coverageTitle),
      blocks: [
        {
          kind: 'text',
          tone: 'plain',
          said: say(coverageSentence(together(areas.map((one) => one.coverage)), language)),
        },
        { kind: 'list', items: t.rules.map(say) },
        {
          kind: 'table',
          caption: say(t.coverageTitle),
          head: [
            t.coverageColumns.area,
            t.coverageColumns.approved,
            t.coverageColumns.due,
            t.coverageColumns.expected,
            t.coverageColumns.late,
          ].map(say),
          rows: areas.map(({ name, coverage: { approved, due, expected, late } }) => [
            inSwedish(name),
            ...[approved, due, expected, late].map((count) => say(number(count, language))),
          ]),
          numeric: [1, 2, 3, 4],
        },
      ],
    },
    ...(definitions.length === 0
      ? []
      : [
          {
            ...page,
            title: say(t.definitions),
            blocks: [
              {
                kind: 'table' as const,
                caption: say(t.definitions),
                head: [t.columns.figure, t.definition].map(say),
                rows: definitions,
                numeric: [],
              },
            ],
          },
        ]),
  ];
}

function definitionIn(definition: { sv: string; [more: string]: unknown }, { language }: StrategyData): Said {
  const { en } = definition;
  return language === 'en' && typeof en === 'string' ? { text: en, language: 'en' } : inSwedish(definition.sv);
}
