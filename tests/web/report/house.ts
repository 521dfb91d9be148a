import type { Dimension, Indicator } from '@insatskollen/shared/indicators/indicator.ts';
import type { AskedIndicator, AskedOf } from '@insatskollen/web/src/lib/report/asked.ts';

const both = (sv: string, en = sv) => ({ sv, en });

const gender: Dimension = {
  id: 'gender',
  name: both('Kön', 'Gender'),
  parts: [
    { id: 'women', name: both('Kvinnor', 'Women') },
    { id: 'men', name: both('Män', 'Men') },
  ],
};

const indicator = (id: string, more: Partial<Indicator> = {}): Indicator => ({
  id,
  version: 1,
  name: both(id),
  unit: both('antal', 'number'),
  kind: 'flow',
  decimals: 0,
  direction: 'up',
  dimensions: [],
  definition: both(`Antal ${id}.`),
  ...more,
});

const asked = (of: Indicator, more: Partial<AskedIndicator> = {}): AskedIndicator => ({
  indicator: of,
  required: true,
  dimensions: [],
  target: null,
  yearTarget: null,
  ...more,
});

export const sessions = asked(indicator('radgivning'), { dimensions: [gender], target: '45' });
export const amount = asked(indicator('medel', { decimals: 2 }));
export const share = asked(indicator('andel', { kind: 'ratio', decimals: 1, scale: '100' }));
export const milestone = asked(
  indicator('delmal', {
    kind: 'text',
    options: [
      { id: 'reached', name: both('Uppnått', 'Reached') },
      { id: 'missed', name: both('Inte uppnått', 'Not reached') },
    ],
  }),
  { required: false },
);

export const form: AskedOf = {
  indicators: [sessions, amount, share, milestone],
  questions: [
    { id: 'analys', name: 'Analys', prompt: 'Vad förklarar utfallet?', required: true, maxLength: 10_000 },
    { id: 'nasta', name: 'Nästa period', prompt: 'Vad är viktigast härnäst?', required: false, maxLength: 100 },
  ],
};
