import { compare, percentOf, type Decimal } from '../decimal.ts';
import { periodName } from '../calendar/inWords.ts';
import { HARD_SPACE, number, percent } from '../format/number.ts';
import type { TrendPoint } from '../charts/trendLine.ts';
import type { Figure as WholeFigure, RangeValue } from './figures.ts';

type Language = 'sv' | 'en';
/** What words need of a figure, as the rules make it or as an answer holds it. */
interface Figure extends Pick<WholeFigure, 'unit' | 'kind' | 'target'> {
  value?: Decimal | null | undefined;
  ratio?: { value: Decimal | null } | null | undefined;
  range?: RangeValue | null | undefined;
}

type Measured = Pick<Figure, 'unit'>;
type Height = Pick<Figure, 'kind' | 'value' | 'ratio' | 'range'>;

/** What a figure is drawn as: a bar from zero, a dot on a line, or a band. */
export const shapeOf = (kind: Figure['kind']): 'bar' | 'dot' | 'band' =>
  kind === 'ratio' ? 'dot' : kind === 'unique' ? 'band' : 'bar';

/** The one number of a figure that is compared with its target, and the smaller end where it is a range. */
export function heightOf(figure: Height): { value: Decimal; from: Decimal | null } | null {
  switch (figure.kind) {
    case 'flow':
    case 'stock':
      return figure.value == null ? null : { value: figure.value, from: null };
    case 'ratio':
      return figure.ratio?.value == null ? null : { value: figure.ratio.value, from: null };
    case 'unique':
      return figure.range == null ? null : { value: figure.range.max, from: figure.range.min };
    case 'text':
      return null;
  }
}

/** A number of an indicator without its unit: `212`, `61,5`; money with its öre or none at all. */
export const amount = (value: Decimal, { unit }: Measured, language: Language): string =>
  number(value, language, unit.sv === 'kr' && value.includes('.') ? 2 : 0);

/** A range as `120–180`, or as one number where its ends meet. */
export const rangeText = (from: Decimal, to: Decimal, of: Measured, language: Language): string =>
  from === to ? amount(to, of, language) : `${amount(from, of, language)}–${amount(to, of, language)}`;

/** A figure as it is printed, without its unit: `212`, `61,5`, `120–180`; `null` where nothing has been answered. */
export function figureText(figure: Height & Measured, language: Language): string | null {
  const height = heightOf(figure);
  return height && rangeText(height.from ?? height.value, height.value, figure, language);
}

/** The unit as it stands beside a number; nothing where it only says that something is counted. */
export const unitWord = ({ unit }: Measured, language: Language): string =>
  unit[language] === 'antal' ? '' : unit[language];

const percentSign = (language: Language) => (language === 'sv' ? `${HARD_SPACE}%` : '%');
/** With the unit where it says something: `1 234 kr`, `61,5 %`, `212 företag`, and `14` for what is only counted. */
const withUnit = (text: string, { unit }: Measured, language: Language): string => {
  if (unit.sv === '%') return text + percentSign(language);
  return unitWord({ unit }, language) === '' ? text : text + HARD_SPACE + unit[language];
};

/** A figure with its unit where that says something: `1 234 kr`, `61,5 %`, `212 företag`; `null` where nothing has been answered. */
export function shownText(figure: Height & Measured, language: Language): string | null {
  const text = figureText(figure, language);
  return text === null ? null : withUnit(text, figure, language);
}

/** A figure as it stands in a sentence: `1 002`, `47,1 %`, `120–180`. */
export function quotedText(figure: Height & Measured, language: Language): string | null {
  const text = figureText(figure, language);
  return text === null || figure.unit.sv !== '%' ? text : text + percentSign(language);
}

/** The target as it is printed: `210`, `50 %`. */
export const targetText = (figure: Figure, language: Language): string | null =>
  figure.target === null
    ? null
    : amount(figure.target, figure, language) + (figure.unit.sv === '%' ? percentSign(language) : '');

/** How much of its target a figure has reached: `84 %`, `68–126 %`; `null` for a ratio, whose target is no amount. */
export function attainment(figure: Figure, language: Language): string | null {
  const height = heightOf(figure);
  if (height === null || figure.target === null || figure.kind === 'ratio') return null;
  const most = percentOf(height.value, figure.target);
  const least = percentOf(height.from ?? height.value, figure.target);
  if (most === undefined || least === undefined) return null;
  return least === most ? percent(most, language) : `${number(least, language)}–${percent(most, language)}`;
}

/** Whether a figure has reached its target for certain: a range with all of itself. */
export function isReached(figure: Figure): boolean {
  const height = heightOf(figure);
  return height !== null && figure.target !== null && compare(height.from ?? height.value, figure.target) >= 0;
}

/** All that a bar shows, for those who do not see it. */
export function barText(figure: Figure, language: Language, missing: number): string {
  const sv = language === 'sv';
  const text = figureText(figure, language);
  const value = text === null ? (sv ? 'inget godkänt än' : 'nothing approved yet') : withUnit(text, figure, language);
  const target = figure.target === null ? '' : withUnit(amount(figure.target, figure, language), figure, language);
  const share = attainment(figure, language);
  const against = share === null ? '' : ` (${share})`;
  const rests = percent(Math.round(missing * 100), language);
  const missed = sv
    ? `; ${rests} av de väntade rapporterna är inte godkända`
    : `; ${rests} of the expected reports are not approved`;
  return `${value}, ${sv ? 'målet är' : 'the target is'} ${target}${against}${missing > 0 ? missed : ''}`;
}

/** A trend's first and last values in words. */
export function trendText(points: readonly TrendPoint[], of: Measured, language: Language): string {
  const known = points.filter((point): point is TrendPoint & { value: Decimal } => point.value !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return '';
  const say = ({ period, value }: { period: string; value: Decimal }) =>
    `${withUnit(amount(value, of, language), of, language)} ${language === 'sv' ? 'i' : 'in'} ${periodName(period, language)}`;
  return first === last ? say(last) : `${say(first)}, ${say(last)}`;
}
