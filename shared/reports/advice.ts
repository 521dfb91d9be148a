import type { Terms } from '../agreements/agreement.ts';
import { addDays, type Day } from '../calendar/days.ts';
import { parsePeriod } from '../calendar/periods.ts';
import { compare, multiply, percentOf, ratioValue, subtract, type Decimal } from '../decimal.ts';
import type { Indicator } from '../indicators/indicator.ts';
import type { Answers, Entry } from './answers.ts';
import { personalAdviceOn } from './personalAdvice.ts';

/** What one earlier period of the same chain answered. */
export interface EarlierReport {
  period: string;
  agreementId: string;
  values: Record<string, Entry>;
}

/** How far from history or pace a number may be before a sentence is asked for. */
export interface DeviationRule {
  percent: Decimal;
  absolute: Decimal;
}
/** Default of the domain: ±50 % and at least 3 in absolute terms. */
const defaultDeviationRule: DeviationRule = { percent: '50', absolute: '3' };

/** A number that lies far from something it can be compared with; `percent` is signed, of `reference`. */
export interface Deviation {
  indicatorId: string;
  from: 'previous' | 'sameLastYear' | 'target' | 'plausible';
  value: Decimal;
  reference: Decimal;
  percent: Decimal | undefined;
}

/** The number that an answer amounts to, when it is one: a ratio as its scaled value. */
export function numberOf(entry: Entry | undefined, indicator: Indicator): Decimal | undefined {
  if (entry?.kind === 'value') return entry.value;
  if (entry?.kind === 'ratio')
    return ratioValue(entry.numerator, entry.denominator, indicator.scale ?? '1', indicator.decimals);
  return undefined;
}

const absolute = (value: Decimal) => value.replace('-', '');

function isFar(value: Decimal, reference: Decimal, rule: DeviationRule): boolean {
  const difference = absolute(subtract(value, reference));
  // Exactly, not by the rounded percentage that is shown: 49.5 % is not 50.
  const share = compare(multiply(difference, '100'), multiply(absolute(reference), rule.percent));
  return compare(difference, rule.absolute) >= 0 && share >= 0;
}

/**
 * Numbers far from their own history or from the agreement's pace (domain: configurable, default ±50 % and at least 3). History
 * is the period before and the same period a year before: a number near either of them follows its own pattern, since a third
 * quarter is low every year. Last, numbers outside of what the library calls plausible. At most one deviation a number.
 */
export function deviationsOf(
  answers: Answers,
  terms: Terms,
  periodId: string,
  earlier: readonly EarlierReport[],
  indicators: ReadonlyMap<string, Indicator>,
  rule: DeviationRule = defaultDeviationRule,
): Deviation[] {
  return terms.indicators.flatMap(({ indicatorId, targets }): Deviation[] => {
    const indicator = indicators.get(indicatorId);
    const value = indicator && numberOf(answers.values[indicatorId], indicator);
    if (!indicator || value === undefined) return [];
    const past = pastNumbers(indicator, periodId, earlier);
    const deviation = (from: Deviation['from'], reference: Decimal): Deviation => {
      const percent = percentOf(subtract(value, reference), absolute(reference));
      return { indicatorId, from, value, reference, percent };
    };
    const history = (['previous', 'sameLastYear'] as const).flatMap((from) => {
      const reference = past[from];
      return reference === undefined ? [] : [deviation(from, reference)];
    });
    const [first] = history;
    if (first && history.every(({ reference }) => isFar(value, reference, rule))) return [first];
    const target = targets.periods?.[periodId];
    if (target !== undefined && isFar(value, target, rule)) return [deviation('target', target)];
    const bound = boundPassed(value, indicator);
    return bound === undefined ? [] : [deviation('plausible', bound)];
  });
}

/** The end of the indicator's plausible range that a number lies beyond, if any. */
function boundPassed(value: Decimal, { plausible }: Indicator): Decimal | undefined {
  const { min = null, max = null } = plausible ?? {};
  if (min !== null && compare(value, min) < 0) return min;
  return max !== null && compare(value, max) > 0 ? max : undefined;
}

/** The numbers of the period just before and of the same period a year before, where there are any. */
export function pastNumbers(indicator: Indicator, periodId: string, earlier: readonly EarlierReport[]) {
  const current = parsePeriod(periodId);
  // A final or post-closure report has no period before it to be compared with.
  if (!current) return { previous: undefined, sameLastYear: undefined };
  const isAt = (id: string, end: Day) => {
    const past = parsePeriod(id);
    return past?.kind === current.kind && past.end === end;
  };
  const numberAt = (end: Day) =>
    earlier
      .filter((report) => isAt(report.period, end))
      .map((report) => numberOf(report.values[indicator.id], indicator))
      .find((number) => number !== undefined);
  const lastYear = Number(current.end.slice(0, 4)) - 1;
  return {
    previous: numberAt(addDays(current.start, -1)),
    sameLastYear: numberAt(`${lastYear}${current.end.slice(4)}`),
  };
}

/** One piece of advice on a field. `explained` when the reporter has already written a comment there. */
export interface Advice {
  path: string;
  code: 'deviation' | 'unparsed' | 'personalNumber' | 'email';
  message: string;
  explained: boolean;
}

const words = {
  sv: {
    previous: 'förra perioden',
    sameLastYear: 'samma period i fjol',
    target: 'målet',
    plausible: 'det rimliga',
    more: 'mer än',
    less: 'mindre än',
    differs: 'Talet skiljer sig mycket från',
    why: 'Vad beror det på? Skriv en mening i kommentaren.',
    unparsed: 'Det som står här går inte att läsa som ett tal.',
  },
  en: {
    previous: 'the previous period',
    sameLastYear: 'the same period last year',
    target: 'the target',
    plausible: 'what is plausible',
    more: 'more than',
    less: 'less than',
    differs: 'The number is far from',
    why: 'Why is that? Write one sentence in the comment.',
    unparsed: 'What is written here cannot be read as a number.',
  },
} as const;

/** Everything worth pointing out about answers, in words; none of it blocks submitting. */
export function adviceOn(answers: Answers, deviations: readonly Deviation[], language: 'sv' | 'en'): Advice[] {
  const say = words[language];
  const advice: Advice[] = deviations.map((deviation) => {
    const { percent } = deviation;
    const compared =
      percent === undefined
        ? `${say.differs} ${say[deviation.from]}.`
        : `${absolute(percent)} % ${percent.startsWith('-') ? say.less : say.more} ${say[deviation.from]}.`;
    const explained = Boolean(answers.values[deviation.indicatorId]?.comment?.trim());
    return { path: `values.${deviation.indicatorId}`, code: 'deviation', message: `${compared} ${say.why}`, explained };
  });
  for (const [id, entry] of Object.entries(answers.values)) {
    if (entry.kind === 'unparsed')
      advice.push({ path: `values.${id}`, code: 'unparsed', message: say.unparsed, explained: false });
  }
  return [...advice, ...personalAdviceOn(answers, language)];
}
