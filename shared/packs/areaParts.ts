import { stockholmDay, stockholmOffsetHours } from '../calendar/days.ts';
import { dayInWords } from '../calendar/inWords.ts';
import { windowOf, type Window } from '../calendar/periods.ts';
import { passedShare } from '../charts/passed.ts';
import { percentOf } from '../decimal.ts';
import { HARD_SPACE, listed, number, percent } from '../format/number.ts';
import { piecesOf } from '../insight/quoting.ts';
import { coverageSentence } from '../summary/coverageWords.ts';
import type { Figure } from '../summary/figures.ts';
import { attainment, heightOf, quotedText, shownText, targetText } from '../summary/figureWords.ts';
import { mainFigures } from '../summary/mainFigures.ts';
import type { Indicator } from '../indicators/indicator.ts';
import type { ChartBlock, Said, TableBlock } from './content.ts';
import type { AreaFigures, Published, StrategyData } from './data.ts';
import { inSwedish, packWords, saying, type Language } from './words.ts';

/** An instant in Sweden in words: `30 november 2026 kl. 8.05`. */
export function instantInWords(instant: string, language: Language): string {
  const at = new Date(instant);
  const local = new Date(at.getTime() + stockholmOffsetHours(at) * 3_600_000).toISOString().slice(11, 16);
  const day = dayInWords(stockholmDay(at), language);
  return language === 'sv' ? `${day} kl.${HARD_SPACE}${local.replace(':', '.')}` : `${day}, ${local}`;
}

/** How much of the window has passed at an instant, in words. */
export function passedInWords(window: Window, asOf: string, language: Language): string {
  const t = packWords[language];
  const passed = passedShare(window, stockholmDay(new Date(asOf)));
  return passed >= 1 ? t.allPassed : t.passed(percent(Math.round(100 * passed), language));
}

/** An assessment's text with its figures in it, as they stood when it was published. */
export const withFigures = (text: string, { figures }: Published): string =>
  piecesOf(text)
    .map((piece) => {
      if ('text' in piece) return piece.text;
      const figure = figures.find(({ id }) => id === piece.indicatorId);
      return (figure && quotedText(figure, 'sv')) ?? '–';
    })
    .join('');

/** The area's assessment of the very window, and the latest of one that lies inside it. */
export function assessmentsOf({ assessments, window }: StrategyData, areaId: string) {
  const own = assessments.filter((one) => one.areaId === areaId);
  const isSame = ({ window: id }: Published) => {
    const of = windowOf(id, id);
    return of?.start === window.start && of.end === window.end;
  };
  return { now: own.find(isSame), latest: own.find((one) => !isSame(one)) };
}

/** Whether an area has anything to say in the window. */
export const speaks = ({ coverage, figures }: AreaFigures): boolean => coverage.expected > 0 || figures.length > 0;

/** The figures that a pack shows of an area: those that say most, or all. */
export const chosenFigures = ({ figures }: AreaFigures, choice: 'main' | 'all'): readonly Figure[] =>
  choice === 'main' ? mainFigures(figures) : figures;

/** A figure in a sentence: `Startade företag: 212 företag mot målet 210 (101 %)`. */
function figureSentence(figure: Figure, language: Language): string {
  const t = packWords[language];
  const [value, target, share] = [
    shownText(figure, language),
    targetText(figure, language),
    attainment(figure, language),
  ];
  const against = target === null ? '' : ` ${t.against(target)}`;
  return `${figure.name[language]}: ${value ?? t.noValue}${against}${share === null ? '' : ` (${share})`}`;
}

/** The conclusion of an area: the region's own where it is published, else the figure that says most, in words. */
export function conclusionOf(area: AreaFigures, data: StrategyData): Said {
  const t = packWords[data.language];
  const say = saying(data.language);
  const { now } = assessmentsOf(data, area.id);
  if (data.choices.assessments && now?.conclusion) return inSwedish(withFigures(now.conclusion, now));
  const answered = mainFigures(area.figures).find((figure) => shownText(figure, data.language) !== null);
  if (answered) return say(figureSentence(answered, data.language));
  return say(area.figures.length === 0 ? t.onlyCoverage(area.name) : t.nothingApproved(area.name));
}

/** Figures against targets, a row each. */
export function figureTable(
  figures: readonly Figure[],
  of: string,
  { language, indicators }: Pick<StrategyData, 'language' | 'indicators'>,
): TableBlock {
  const t = packWords[language];
  const say = saying(language);
  return {
    kind: 'table',
    caption: say(t.figuresOf(of)),
    head: [t.columns.figure, t.columns.value, t.columns.target, t.columns.share].map(say),
    rows: figures.map((figure) =>
      [
        figure.name[language],
        (figure.kind === 'text'
          ? choicesText(figure, indicators.get(figure.id), language)
          : shownText(figure, language)) ?? t.noValue,
        targetText(figure, language) ?? (figure.kind === 'text' ? '' : t.noTarget),
        attainment(figure, language) ?? '',
      ].map(say),
    ),
    numeric: [1, 2, 3],
  };
}

function choicesText({ choices = {} }: Figure, indicator: Indicator | undefined, language: Language): string | null {
  const named = (indicator?.options ?? []).flatMap(({ id, name }) =>
    choices[id] === undefined ? [] : [`${name[language]} ${number(choices[id], language)}`],
  );
  return named.length === 0 ? null : named.join(', ');
}

/** How much of their targets the figures of an area have reached, as a chart; none where no figure has both. */
export function attainmentChart(
  figures: readonly Figure[],
  { name, coverage }: AreaFigures,
  language: Language,
): ChartBlock | undefined {
  const t = packWords[language];
  const say = saying(language);
  const points = figures.flatMap((figure) => {
    const height = heightOf(figure);
    const share = attainment(figure, language);
    if (height === null || figure.target === null || share === null) return [];
    const most = Number(percentOf(height.value, figure.target));
    return [
      {
        label: figure.name[language],
        share,
        most,
        least: Number(percentOf(height.from ?? height.value, figure.target)),
      },
    ];
  });
  const isRange = points.some(({ most, least }) => most !== least);
  if (points.length === 0) return undefined;
  return {
    kind: 'chart',
    title: say(t.chart),
    caption: say(t.chartOf(name)),
    alt: say(
      `${t.chartAlt(
        name,
        listed(
          points.map(({ label, share }) => `${label} ${share}`),
          language,
        ),
      )} ${coverageSentence(coverage, language)}`,
    ),
    labels: points.map(({ label }) => say(label)),
    ends: points.map(({ share }) => say(share)),
    series: [
      { name: say(isRange ? t.least : t.columns.share), values: points.map(({ least }) => least), means: 'done' },
      ...(isRange
        ? [{ name: say(t.most), values: points.map(({ most, least }) => most - least), means: 'waiting' as const }]
        : []),
    ],
    stacked: isRange,
    percent: true,
  };
}
