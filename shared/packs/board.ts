import { periodName } from '../calendar/inWords.ts';
import { windowName } from '../calendar/windowName.ts';
import { listed } from '../format/number.ts';
import { together } from '../summary/coverage.ts';
import { coverageSentence } from '../summary/coverageWords.ts';
import { appendix } from './appendix.ts';
import { figuresOf, footOf, movementOf, placedAreas, type Placed } from './areaBlocks.ts';
import { assessmentsOf, conclusionOf, passedInWords, speaks, withFigures } from './areaParts.ts';
import type { PackContent, Section } from './content.ts';
import type { StrategyData } from './data.ts';
import { coverageChart, coverageTable } from './whole.ts';
import { inSwedish, packWords, saying } from './words.ts';

/** The pack for a board: the whole, a page for each area whose title is its conclusion, and what the figures rest on. */
export function boardPack(data: StrategyData): PackContent {
  const { language, window, choices } = data;
  const t = packWords[language];
  const say = saying(language);
  return {
    kind: 'board',
    language,
    title: say(t.titles.board),
    subtitle: say(t.window(windowName(window, language))),
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

function areaSection({ area, strategicArea, hue }: Placed, data: StrategyData): Section {
  return {
    title: conclusionOf(area, data),
    kicker: inSwedish(`${strategicArea} · ${area.name}`),
    hue,
    level: 1,
    blocks: [...movementOf(area.id, data), ...figuresOf(area, data)],
  };
}

/** A sentence as a heading; of several each keeps its own stop. */
const withoutStop = (text: string): string => (text.includes('. ') ? text : text.replace(/\.$/, ''));

/** The whole at a glance: how much is reported, and where the strategic areas are moving. */
export function wholeSection(data: StrategyData): Section {
  const { language, areas, strategy, choices } = data;
  const t = packWords[language];
  const say = saying(language);
  const silent = areas.filter((area) => !speaks(area)).map(({ name }) => name);
  const moves = strategy.strategicAreas.flatMap(({ id, name }) => {
    const { now, latest } = assessmentsOf(data, id);
    const said = now ?? latest;
    if (!choices.assessments || !said?.direction) return [];
    const direction = t.directions[said.direction].toLocaleLowerCase('sv');
    const moved = say(`${name}, ${periodName(said.window, language)}: ${direction}.`);
    const conclusion = withFigures(said.conclusion, said);
    // What somebody wrote is Swedish in an English pack too, and then stands by itself.
    return language === 'sv' ? [say(`${moved.text} ${conclusion}`)] : [moved, inSwedish(conclusion)];
  });
  return {
    title: say(withoutStop(coverageSentence(together(areas.map(({ coverage }) => coverage)), language))),
    kicker: say(`${t.titles.board}, ${windowName(data.window, language)}`),
    hue: 0,
    level: 1,
    blocks: [
      { kind: 'text', tone: 'soft', said: say(passedInWords(data.window, data.asOf, language)) },
      ...(moves.length > 0 ? [{ kind: 'list' as const, items: moves }] : []),
      coverageTable(data),
      coverageChart(data),
      ...(silent.length > 0
        ? [{ kind: 'text' as const, tone: 'soft' as const, said: say(t.nothingToFollow(listed(silent, language))) }]
        : []),
    ],
  };
}
