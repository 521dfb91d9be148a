import { periodName } from '../calendar/inWords.ts';
import { listed } from '../format/number.ts';
import { coverageSentence, together } from '../summary/coverageWords.ts';
import { appendix } from './appendix.ts';
import {
  assessmentsOf,
  attainmentChart,
  chosenFigures,
  conclusionOf,
  figureTable,
  instantInWords,
  passedInWords,
  speaks,
  windowInWords,
  withFigures,
} from './areaParts.ts';
import type { Block, PackContent, Section } from './content.ts';
import type { AreaFigures, StrategyData } from './data.ts';
import { coverageChart, coverageTable } from './whole.ts';
import { inSwedish, packWords, saying } from './words.ts';

/** An area with where in the strategy it is. */
interface Placed {
  area: AreaFigures;
  strategicArea: string;
  hue: number;
}

/** The areas that a pack is about, in the strategy's order: those that were chosen, of those that have anything to say. */
export function placedAreas({ strategy, areas, choices }: StrategyData): Placed[] {
  const byId = new Map(areas.map((area) => [area.id, area]));
  return strategy.strategicAreas.flatMap(({ name, order, focusAreas }) =>
    focusAreas.flatMap(({ id }) => {
      const area = byId.get(id);
      const isChosen = choices.areas.length === 0 || choices.areas.includes(id);
      return area && isChosen && speaks(area) ? [{ area, strategicArea: name, hue: order }] : [];
    }),
  );
}

/** What stands on every page: as of when, how much was reported, and that the figures are made up where they are. */
export function footOf({ language, asOf, synthetic }: Pick<StrategyData, 'language' | 'asOf' | 'synthetic'>) {
  const t = packWords[language];
  const official = t.asOf(instantInWords(asOf, language));
  return saying(language)(synthetic ? `${official} ${t.synthetic}` : official);
}

/** The pack for a board: the whole, a page for each area whose title is its conclusion, and what the figures rest on. */
export function boardPack(data: StrategyData): PackContent {
  const { language, window, choices } = data;
  const t = packWords[language];
  const say = saying(language);
  return {
    kind: 'board',
    language,
    title: say(t.titles.board),
    subtitle: say(t.window(windowInWords(window, language))),
    foot: footOf(data),
    sections: [
      wholeSection(data),
      ...placedAreas(data).map((placed) => areaSection(placed, data)),
      ...(choices.appendix
        ? appendix(
            data,
            placedAreas(data).map(({ area }) => area),
          )
        : []),
    ],
  };
}

function wholeSection(data: StrategyData): Section {
  const { language, areas, strategy, choices } = data;
  const t = packWords[language];
  const say = saying(language);
  const silent = areas.filter((area) => !speaks(area)).map(({ name }) => name);
  const moves = strategy.strategicAreas.flatMap(({ id, name }) => {
    const { now, latest } = assessmentsOf(data, id);
    const said = now ?? latest;
    if (!choices.assessments || !said?.direction) return [];
    const direction = `${name}: ${t.directions[said.direction].toLocaleLowerCase('sv')}`;
    return [
      say(`${direction} (${windowInWords({ from: said.window, to: said.window, start: '', end: '' }, language)})`),
    ];
  });
  return {
    title: say(coverageSentence(together(areas.map(({ coverage }) => coverage)), language).replace(/\.$/, '')),
    kicker: say(`${t.titles.board}, ${windowInWords(data.window, language)}`),
    hue: 0,
    level: 1,
    blocks: [
      { kind: 'text', tone: 'soft', said: say(t.passed(passedInWords(data.window, data.asOf, language))) },
      ...(moves.length > 0 ? [{ kind: 'list' as const, items: moves }] : []),
      coverageTable(data),
      coverageChart(data),
      ...(silent.length > 0
        ? [{ kind: 'text' as const, tone: 'soft' as const, said: say(t.nothingToFollow(listed(silent, language))) }]
        : []),
    ],
  };
}

function areaSection({ area, strategicArea, hue }: Placed, data: StrategyData): Section {
  const { language, choices } = data;
  const t = packWords[language];
  const say = saying(language);
  const figures = chosenFigures(area, choices.figures);
  const chart = attainmentChart(figures, language);
  const quotes = data.quotes.filter(({ areaId }) => areaId === area.id);
  const blocks: Block[] = [
    ...movementOf(area, data),
    { kind: 'text', tone: 'plain', said: say(coverageSentence(area.coverage, language)) },
  ];
  if (figures.length > 0) blocks.push(figureTable(figures, area.name, data));
  if (figures.length > 0 && figures.length < area.figures.length)
    blocks.push({ kind: 'text', tone: 'soft', said: say(t.more(String(figures.length), String(area.figures.length))) });
  if (chart) blocks.push(chart);
  for (const { text, source } of quotes)
    blocks.push({ kind: 'quote', said: inSwedish(text), source: inSwedish(source) });
  return {
    title: conclusionOf(area, data),
    kicker: inSwedish(`${strategicArea} · ${area.name}`),
    hue,
    level: 1,
    blocks,
  };
}

/** Where the area is moving in words, by the region's own assessment. */
function movementOf(area: AreaFigures, data: StrategyData): Block[] {
  const { language, choices } = data;
  const t = packWords[language];
  const say = saying(language);
  if (!choices.assessments) return [];
  const { now, latest } = assessmentsOf(data, area.id);
  if (now?.direction) return [{ kind: 'text', tone: 'lead', said: say(t.movement(t.directions[now.direction])) }];
  if (!latest?.direction) return [{ kind: 'text', tone: 'soft', said: say(t.noAssessment) }];
  const window = periodName(latest.window, language);
  return [
    { kind: 'text', tone: 'lead', said: say(t.latest(window, t.directions[latest.direction].toLocaleLowerCase('sv'))) },
    { kind: 'text', tone: 'plain', said: inSwedish(withFigures(latest.conclusion, latest)) },
  ];
}
