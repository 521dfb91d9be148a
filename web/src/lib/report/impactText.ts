import { percentOf, type Decimal } from '@insatskollen/shared/decimal.ts';
import { HARD_SPACE, percent } from '#lib/format/number.ts';
import type { Language } from '#lib/i18n/language.ts';
import { bareText, valueText } from '@insatskollen/shared/reports/answerWords.ts';
import type { AskedIndicator } from './asked.ts';
import type { Figure, Impact } from './schemas.server.ts';

type Of = AskedIndicator['indicator'];

/** What approving does to one figure of the area, in words: `61 → 74 % av målet (128 → 155 av 210)`. */
export interface ImpactLine {
  id: string;
  name: string;
  text: string;
  /** False where approving leaves the figure as it is. */
  moves: boolean;
  /** Whether it is said in percent of a target. */
  ofTarget: boolean;
}

const ARROW = ' → ';

/** The one number that stands for a figure, where it has one; of a range its larger end. */
const heightOf = (figure: Figure | null): Decimal | null =>
  figure?.value ?? figure?.ratio?.value ?? figure?.range?.max ?? null;

function figureText(figure: Figure | null, of: Of, language: Language): string {
  const nothing = language === 'sv' ? 'inget' : 'nothing';
  if (figure?.range) {
    const { min, max } = figure.range;
    return min === max ? bareText(max, of, language) : `${bareText(min, of, language)}–${bareText(max, of, language)}`;
  }
  if (figure?.choices) {
    const said = Object.entries(figure.choices)
      .filter(([, count]) => count > 0)
      .map(([id, count]) => `${count} ${of.options?.find((option) => option.id === id)?.name[language] ?? id}`);
    return said.length > 0 ? said.join(', ') : nothing;
  }
  const value = heightOf(figure);
  return value === null ? nothing : bareText(value, of, language);
}

/** What approving would do to the area's figures, in the order of the agreement; what it leaves as it is comes last. */
export function impactLines(impact: Impact, asked: readonly AskedIndicator[], language: Language): ImpactLine[] {
  const lines = asked.flatMap(({ indicator }): ImpactLine[] => {
    const found = impact.indicators.find(({ id }) => id === indicator.id);
    if (!found) return [];
    const { before, after } = found;
    const [from, to] = [figureText(before, indicator, language), figureText(after, indicator, language)];
    const target = after?.target ?? before?.target ?? null;
    const share = (figure: Figure | null) =>
      target === null ? null : (percentOf(heightOf(figure) ?? '0', target) ?? null);
    const [shareBefore, shareAfter] = [share(before), share(after)];
    const line = { id: indicator.id, name: indicator.name[language], moves: from !== to };
    // A range has no one share of a target, and a ratio's target is no amount.
    const isOne = (figure: Figure | null) => !figure?.range || figure.range.min === figure.range.max;
    const isShare =
      indicator.kind !== 'ratio' &&
      isOne(before) &&
      isOne(after) &&
      shareBefore !== null &&
      shareAfter !== null &&
      target !== null;
    if (!isShare) {
      const against =
        target === null ? '' : ` (${language === 'sv' ? 'mål' : 'target'} ${valueText(target, indicator, language)})`;
      return [{ ...line, ofTarget: false, text: (from === to ? to : from + ARROW + to) + against }];
    }
    const ofTarget = language === 'sv' ? 'av målet' : 'of the target';
    const amounts = `${from === to ? to : from + ARROW + to} ${language === 'sv' ? 'av' : 'of'} ${valueText(target, indicator, language)}`;
    const shares =
      shareBefore === shareAfter
        ? percent(shareAfter, language)
        : `${shareBefore}${ARROW}${percent(shareAfter, language)}`;
    return [{ ...line, ofTarget: true, text: `${shares} ${ofTarget} (${amounts})`.replaceAll('  ', HARD_SPACE) }];
  });
  return [...lines.filter(({ moves }) => moves), ...lines.filter(({ moves }) => !moves)];
}

/** The whole effect in one line, to stand beside the button: `Startade företag 61 → 74 % av målet`. */
export function impactHeadline(lines: readonly ImpactLine[]): string | null {
  const line = lines.find(({ moves, ofTarget }) => moves && ofTarget) ?? lines.find(({ moves }) => moves);
  return line ? `${line.name} ${line.text.replace(/ \(.*$/, '')}` : null;
}
