import { isCircular } from '../circle.ts';
import { compare, decimalFault, zero } from '../decimal.ts';
import type { Fault } from '../refusals.ts';
import { indicatorFaultText, type IndicatorFaultCode } from './faultText.ts';
import type { IndicatorContent } from './indicatorContent.ts';

/** How an indicator is used: whether any agreement ever had it, and the breakdowns that agreements ask of it. */
export interface IndicatorUse {
  used: boolean;
  askedDimensions: ReadonlySet<string>;
}

/** What an indicator is checked against. */
export interface IndicatorContext {
  language: 'sv' | 'en';
  /** The id that it has or will have. */
  id: string;
  dimensions: ReadonlySet<string>;
  /** All the others, by id. */
  indicators: ReadonlyMap<string, Pick<IndicatorContent, 'replaces' | 'partOf' | 'kind' | 'unit'>>;
  use: IndicatorUse;
}

type Found = { path: string; code: IndicatorFaultCode };

/** Everything that is wrong with an indicator, as it is about to be saved after `before`. */
export function indicatorFaults(
  indicator: IndicatorContent,
  before: IndicatorContent | undefined,
  context: IndicatorContext,
): Fault[] {
  const found = [
    ...(before && context.use.used ? usedFaults(indicator, before) : []),
    ...dimensionFaults(indicator, before, context),
    ...kindFaults(indicator),
    ...plausibleFaults(indicator),
    ...replacingFaults(indicator, context),
    ...partFaults(indicator, context),
  ];
  const text = indicatorFaultText[context.language];
  return found.map(({ path, code }) => ({ path, code, message: text[code] }));
}

/** What cannot change of an indicator that something was agreed or reported in: its figures would come to mean something else. */
function usedFaults(indicator: IndicatorContent, before: IndicatorContent): Found[] {
  const faults: Found[] = [];
  if (indicator.kind !== before.kind) faults.push({ path: 'kind', code: 'usedKind' });
  if (indicator.unit.sv !== before.unit.sv) faults.push({ path: 'unit.sv', code: 'usedUnit' });
  if ((indicator.scale ?? null) !== (before.scale ?? null)) faults.push({ path: 'scale', code: 'usedScale' });
  if (indicator.decimals < before.decimals) faults.push({ path: 'decimals', code: 'usedDecimals' });
  if (before.negative && !indicator.negative) faults.push({ path: 'negative', code: 'usedNegative' });
  if (before.options?.some(({ id }) => !indicator.options?.some((option) => option.id === id)))
    faults.push({ path: 'options', code: 'usedOption' });
  return faults;
}

function dimensionFaults(
  { dimensions }: IndicatorContent,
  before: IndicatorContent | undefined,
  context: IndicatorContext,
): Found[] {
  const gone = (before?.dimensions ?? []).filter((one) => !dimensions.includes(one));
  return [
    ...dimensions.flatMap((id, n): Found[] => {
      if (!context.dimensions.has(id)) return [{ path: `dimensions.${n}`, code: 'unknownDimension' }];
      return dimensions.indexOf(id) < n ? [{ path: `dimensions.${n}`, code: 'twice' }] : [];
    }),
    ...(gone.some((one) => context.use.askedDimensions.has(one))
      ? [{ path: 'dimensions', code: 'usedDimension' as const }]
      : []),
  ];
}

/** What each kind needs and what it cannot have. */
function kindFaults(indicator: IndicatorContent): Found[] {
  const { kind, numerator, denominator, scale, options, dimensions, decimals, plausible } = indicator;
  const faults: Found[] = [];
  const wrong = (path: string, code: IndicatorFaultCode, is: boolean) => is && faults.push({ path, code });
  if (kind === 'ratio') {
    wrong('numerator', 'ratioNeedsParts', !numerator);
    wrong('denominator', 'ratioNeedsParts', !denominator);
    wrong('scale', 'ratioNeedsScale', scale === undefined);
    wrong('scale', 'notPositive', scale !== undefined && compare(scale, zero) <= 0);
    wrong('dimensions', 'ratioHasNone', dimensions.length > 0);
  } else {
    for (const [path, part] of Object.entries({ numerator, denominator, scale }))
      wrong(path, 'onlyRatio', part !== undefined);
  }
  const ids = (options ?? []).map(({ id }) => id);
  wrong('options', 'onlyText', kind !== 'text' && ids.length > 0);
  if (kind === 'text') {
    wrong('options', 'textNeedsOptions', ids.length < 2);
    wrong('decimals', 'textHasNone', decimals > 0);
    wrong('dimensions', 'textHasNone', dimensions.length > 0);
    wrong('plausible', 'textHasNone', plausible != null && (plausible.min !== null || plausible.max !== null));
  }
  for (const [n, id] of ids.entries()) wrong(`options.${n}.id`, 'twice', ids.indexOf(id) < n);
  return faults;
}

function plausibleFaults({ kind, plausible, decimals, negative }: IndicatorContent): Found[] {
  if (plausible == null || kind === 'text') return [];
  const { min, max } = plausible;
  const faults = Object.entries({ min, max }).flatMap(([name, bound]): Found[] => {
    const code = bound === null ? undefined : decimalFault(bound, { decimals, negative: negative ?? false });
    return code ? [{ path: `plausible.${name}`, code }] : [];
  });
  if (min !== null && max !== null && compare(min, max) > 0) faults.push({ path: 'plausible.max', code: 'reversed' });
  return faults;
}

/** An indicator replaces one other at most, and is replaced by one at most: history can then be followed both ways. */
function replacingFaults({ replaces }: IndicatorContent, { id, indicators }: IndicatorContext): Found[] {
  if (replaces == null) return [];
  if (replaces !== id && !indicators.has(replaces)) return [{ path: 'replaces', code: 'unknownIndicator' }];
  if (isCircular(id, (one) => (one === id ? replaces : indicators.get(one)?.replaces)))
    return [{ path: 'replaces', code: 'circular' }];
  const others = [...indicators].filter(([other, { replaces: its }]) => other !== id && its === replaces);
  return others.length > 0 ? [{ path: 'replaces', code: 'replacedAlready' }] : [];
}

/** An indicator counts some of what one other does: one that counts the same sort of thing, and never in a ring. */
function partFaults(indicator: IndicatorContent, { id, indicators }: IndicatorContext): Found[] {
  const { partOf } = indicator;
  const faults: Found[] = [];
  if (partOf != null) {
    const whole = indicators.get(partOf);
    if (isCircular(id, (one) => (one === id ? partOf : indicators.get(one)?.partOf)))
      faults.push({ path: 'partOf', code: 'partOfItself' });
    else if (!whole) faults.push({ path: 'partOf', code: 'unknownIndicator' });
    else if (!mayBePart(indicator, whole)) faults.push({ path: 'partOf', code: 'partOfOther' });
  }
  const parts = [...indicators].filter(([other, its]) => other !== id && its.partOf === id);
  if (parts.some(([, part]) => !mayBePart(part, indicator))) {
    const isCount = indicator.kind !== 'ratio' && indicator.kind !== 'text';
    faults.push({ path: isCount ? 'unit.sv' : 'kind', code: 'hasParts' });
  }
  return faults;
}

type Counting = Pick<IndicatorContent, 'kind' | 'unit'>;
/** Whether one can count some of what another does: a share of it, or the same unit. */
const mayBePart = (part: Counting, whole: Counting): boolean =>
  whole.kind !== 'ratio' &&
  whole.kind !== 'text' &&
  part.kind !== 'text' &&
  (part.kind === 'ratio' || part.unit.sv === whole.unit.sv);
