import { periodName } from '../calendar/inWords.ts';
import { coverageSentence } from '../summary/coverageWords.ts';
import {
  assessmentsOf,
  attainmentChart,
  chosenFigures,
  figureTable,
  instantInWords,
  speaks,
  withFigures,
} from './areaParts.ts';
import type { Block, Said } from './content.ts';
import type { AreaFigures, Published, StrategyData } from './data.ts';
import { inSwedish, packWords, saying } from './words.ts';

/** An area with where in the strategy it is. */
export interface Placed {
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
export function footOf({ language, asOf, synthetic }: Pick<StrategyData, 'language' | 'asOf' | 'synthetic'>): Said {
  const t = packWords[language];
  const official = t.asOf(instantInWords(asOf, language));
  return saying(language)(synthetic ? `${official} ${t.synthetic}` : official);
}

/** How much of an area is reported, its figures against targets, and words out of its reports. */
export function figuresOf(area: AreaFigures, data: StrategyData): Block[] {
  const { language, choices } = data;
  const t = packWords[language];
  const say = saying(language);
  const figures = chosenFigures(area, choices.figures);
  const chart = attainmentChart(figures, area, language);
  const blocks: Block[] = [{ kind: 'text', tone: 'plain', said: say(coverageSentence(area.coverage, language)) }];
  if (figures.length > 0) blocks.push(figureTable(figures, area.name, data));
  if (figures.length > 0 && figures.length < area.figures.length)
    blocks.push({ kind: 'text', tone: 'soft', said: say(t.more(String(figures.length), String(area.figures.length))) });
  if (chart) blocks.push(chart);
  for (const { areaId, text, source } of data.quotes)
    if (areaId === area.id) blocks.push({ kind: 'quote', said: inSwedish(text), source: inSwedish(source) });
  return blocks;
}

/** Where an area is moving in words, by the region's own assessment of the window or else the latest within it. */
export function movementOf(areaId: string, data: StrategyData): Block[] {
  const { language, choices } = data;
  const t = packWords[language];
  const say = saying(language);
  if (!choices.assessments) return [];
  const { now, latest } = assessmentsOf(data, areaId);
  if (now?.direction) return [{ kind: 'text', tone: 'lead', said: say(t.movement(t.directions[now.direction])) }];
  if (!latest?.direction) return [{ kind: 'text', tone: 'soft', said: say(t.noAssessment) }];
  const direction = t.directions[latest.direction].toLocaleLowerCase('sv');
  return [
    { kind: 'text', tone: 'lead', said: say(t.latest(periodName(latest.window, language), direction)) },
    { kind: 'text', tone: 'plain', said: inSwedish(withFigures(latest.conclusion, latest)) },
  ];
}

/** What an assessment says at length, a paragraph each. */
export const analysisOf = (published: Published | undefined): Block[] =>
  (published ? withFigures(published.analysis, published) : '')
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => ({ kind: 'text', tone: 'plain', said: inSwedish(paragraph.trim()) }));
