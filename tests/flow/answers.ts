import type { AgreedIndicator } from '@insatskollen/shared/agreements/agreement.ts';
import type { Indicator } from '@insatskollen/shared/indicators/indicator.ts';
import type { Entry } from '@insatskollen/shared/reports/answers.ts';
import type { Dimension } from '@insatskollen/shared/indicators/indicator.ts';
import { exact, written } from './exact.ts';
import { dimensions, indicators } from './registers.ts';
import type { Chance } from './trouble.ts';

const upTo = (roll: Chance, most: number): number => Math.floor(roll() * (most + 1));

/** A made-up number that the indicator takes: mostly small, now and then as large as one may be. */
export function number(roll: Chance, { decimals, negative = false }: Pick<Indicator, 'decimals' | 'negative'>): string {
  const whole =
    roll() < 0.15 ? `${upTo(roll, 8) + 1}${String(upTo(roll, 1e14)).padStart(14, '0')}` : `${upTo(roll, 60)}`;
  const digits = decimals > 0 && roll() < 0.7 ? String(upTo(roll, 10 ** decimals - 1)).padStart(decimals, '0') : '';
  const size = written(exact(whole) + fraction(digits));
  return negative && size !== '0' && roll() < 0.3 ? `-${size}` : size;
}

const fraction = (digits: string): bigint => {
  const kept = digits.replace(/0+$/, '');
  return kept === '' ? 0n : exact(`0.${kept}`);
};

/** A made-up answer to what was agreed: mostly a number with some of its parts, sometimes one of the blanks. */
export function entry(roll: Chance, agreed: AgreedIndicator): Entry {
  const indicator = indicators.find((one) => one.id === agreed.indicatorId);
  if (!indicator) throw new Error(`there is no ${agreed.indicatorId}`);
  const comment = roll() < 0.2 ? { comment: `comment ${upTo(roll, 999)}` } : {};
  const blank = roll();
  if (blank < 0.06) return { kind: 'notApplicable', ...comment };
  if (blank < 0.12) return { kind: 'notYetKnown', promisedBy: '2027-02-01', ...comment };
  switch (indicator.kind) {
    case 'flow':
    case 'stock':
    case 'unique': {
      const value = number(roll, indicator);
      const parts = agreed.breakdowns.flatMap((id) => dimensions.find((one) => one.id === id) ?? []);
      const breakdowns = Object.fromEntries(parts.map((dimension) => [dimension.id, partsOf(roll, dimension, value)]));
      return { kind: 'value', value, ...(roll() < 0.8 ? { breakdowns } : {}), ...comment };
    }
    case 'ratio': {
      const denominator = number(roll, { decimals: 0 });
      const numerator = denominator === '0' ? '0' : number(roll, { decimals: 0 });
      return { kind: 'ratio', numerator, denominator, ...comment };
    }
    case 'text':
      return { kind: 'choice', choice: ['reached', 'partly', 'missed'][upTo(roll, 2)] ?? 'missed', ...comment };
  }
}

/** Parts that come to no more than the whole; some of it may be left unsaid. */
function partsOf(roll: Chance, dimension: Dimension, value: string): Record<string, string> {
  const parts: Record<string, string> = {};
  let left = exact(value);
  for (const { id } of dimension.parts) {
    if (roll() < 0.2 || left <= 0n) continue;
    const share = (left * BigInt(upTo(roll, 10))) / 10n;
    const whole = share - (share % 10n ** 12n);
    parts[id] = written(whole);
    left -= whole;
  }
  return parts;
}
