import type { Period } from '../calendar/periods.ts';
import { compare, decimalFault, parseDecimal, sum } from '../decimal.ts';
import type { Indicator } from '../indicators/indicator.ts';
import type { AgreedIndicator } from './agreement.ts';
import type { AgreementFault, AgreementFaultCode } from './faults.ts';

/** Everything that is wrong with what an agreement asks of one indicator; `periods` are those of its term. */
export function checkAgreedIndicator(
  agreed: AgreedIndicator,
  indicator: Indicator,
  periods: readonly Period[],
  path: string,
): AgreementFault[] {
  const faults: AgreementFault[] = [];
  const say = (under: string, code: AgreementFaultCode) => faults.push({ path: `${path}.${under}`, code });
  for (const [n, dimension] of agreed.breakdowns.entries()) {
    if (!indicator.dimensions.includes(dimension) || indicator.kind === 'ratio')
      say(`breakdowns.${n}`, 'unknownDimension');
    else if (agreed.breakdowns.indexOf(dimension) < n) say(`breakdowns.${n}`, 'twice');
  }
  const { year } = agreed.targets;
  const ofPeriods = agreed.targets.periods ?? {};
  const wrongYear = typeof year === 'string' ? targetFault(year, indicator) : undefined;
  if (wrongYear) say('targets.year', wrongYear);
  const ids = new Set(periods.map(({ id }) => id));
  let readable = !wrongYear;
  for (const [period, target] of Object.entries(ofPeriods)) {
    const wrong = ids.has(period) ? targetFault(target, indicator) : 'outsideTerm';
    if (!wrong) continue;
    readable = false;
    say(`targets.periods.${period}`, wrong);
  }
  if (readable && typeof year === 'string' && indicator.kind === 'flow') {
    const wrong = yearsThatDoNotSum(year, ofPeriods, periods).length > 0;
    if (wrong) say('targets.year', 'notTheSum');
  }
  return faults;
}

function targetFault(target: string, indicator: Indicator): AgreementFaultCode | undefined {
  const value = parseDecimal(target);
  if (value === undefined) return 'notANumber';
  return decimalFault(value, { decimals: indicator.decimals, negative: indicator.negative ?? false });
}

/** What flows adds up: the calendar years all of whose periods have a target, and whose targets are together not that of the year. */
function yearsThatDoNotSum(
  yearTarget: string,
  targets: Readonly<Record<string, string>>,
  periods: readonly Period[],
): string[] {
  const byYear = Map.groupBy(periods, ({ end }) => end.slice(0, 4));
  return [...byYear].flatMap(([year, inYear]) => {
    const given = inYear.flatMap(({ id }) => parseDecimal(targets[id] ?? '') ?? []);
    const whole = given.length === inYear.length;
    return whole && compare(sum(given), parseDecimal(yearTarget) ?? yearTarget) !== 0 ? [year] : [];
  });
}
