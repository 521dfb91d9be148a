import type { Window } from '../calendar/periods.ts';
import type { Indicator } from '../indicators/indicator.ts';
import type { Direction } from '../insight/movement.ts';
import type { Strategy } from '../strategy/strategy.ts';
import type { Coverage } from '../summary/coverage.ts';
import type { Figure } from '../summary/figures.ts';
import type { quotedText } from '../summary/figureWords.ts';
import type { PackChoices } from './pack.ts';
import type { Language } from './words.ts';

/** A published assessment: where the area is moving and why, with the figures as they stood when it was published. */
export interface Published {
  areaId: string;
  window: string;
  direction: Direction | null;
  conclusion: string;
  analysis: string;
  figures: readonly (Parameters<typeof quotedText>[0] & { id: string })[];
}

/** Official figures and coverage of an area in the pack's window as of its instant. */
export interface AreaFigures {
  id: string;
  name: string;
  coverage: Coverage;
  figures: readonly Figure[];
}

/** All that a pack about the strategy is made from. Nothing in it is a draft, a preview or a part of a breakdown. */
export interface StrategyData {
  language: Language;
  window: Window;
  /** The instant that figures and assessments are as of, ISO 8601 in UTC. */
  asOf: string;
  /** True where the figures are made up. */
  synthetic: boolean;
  strategy: Strategy;
  /** Every focus area, in the strategy's order. */
  areas: readonly AreaFigures[];
  indicators: ReadonlyMap<string, Indicator>;
  /** As they were published at the instant, of windows that lie in the pack's own; the latest window first. */
  assessments: readonly Published[];
  quotes: readonly { areaId: string; text: string; source: string }[];
  choices: PackChoices;
}
