import { windowName } from '../calendar/windowName.ts';
import { appendix } from './appendix.ts';
import { analysisOf, figuresOf, footOf, movementOf, placedAreas } from './areaBlocks.ts';
import { assessmentsOf, conclusionOf } from './areaParts.ts';
import { wholeSection } from './board.ts';
import type { PackContent, Section } from './content.ts';
import type { StrategyData } from './data.ts';
import { inSwedish, packWords, saying } from './words.ts';

/** The yearly follow-up report: the whole, each strategic area with its focus areas, and what the figures rest on. */
export function yearlyPack(data: StrategyData): PackContent {
  const { language, window, choices } = data;
  const t = packWords[language];
  const say = saying(language);
  const placed = placedAreas(data);
  const whole = wholeSection(data);
  return {
    kind: 'yearly',
    language,
    title: say(t.titles.yearly),
    subtitle: say(t.window(windowName(window, language))),
    foot: footOf(data),
    sections: [
      {
        ...whole,
        ...{ title: say(t.whole), kicker: null },
        blocks: [{ kind: 'text', tone: 'lead', said: whole.title }, ...whole.blocks],
      },
      ...data.strategy.strategicAreas.flatMap(({ id, name, order }): Section[] => {
        const own = placed.filter(({ hue }) => hue === order);
        if (own.length === 0) return [];
        const { now, latest } = assessmentsOf(data, id);
        const analysis = choices.assessments ? analysisOf(now ?? latest) : [];
        return [
          {
            ...{ title: inSwedish(name), kicker: null, hue: order, level: 1 },
            blocks: [...movementOf(id, data), ...analysis],
          },
          ...own.map(({ area }): Section => {
            const assessed = assessmentsOf(data, area.id);
            return {
              ...{ title: inSwedish(area.name), kicker: null, hue: order, level: 2 },
              blocks: [
                { kind: 'text', tone: 'lead', said: conclusionOf(area, data) },
                ...movementOf(area.id, data),
                ...(choices.assessments ? analysisOf(assessed.now ?? assessed.latest) : []),
                ...figuresOf(area, data),
              ],
            };
          }),
        ];
      }),
      ...(choices.appendix
        ? appendix(
            data,
            placed.map(({ area }) => area),
          )
        : []),
    ],
  };
}
