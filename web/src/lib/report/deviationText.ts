import type { Terms } from '@insatskollen/shared/agreements/agreement.ts';
import { deviationsOf, type Deviation, type EarlierReport } from '@insatskollen/shared/reports/advice.ts';
import type { Answers } from '@insatskollen/shared/reports/answers.ts';
import { percent } from '#lib/format/number.ts';
import type { Language } from '#lib/i18n/language.ts';
import { bareText } from '@insatskollen/shared/reports/answerWords.ts';
import type { AskedOf } from './asked.ts';
import { valuePath } from './fields.ts';

interface Report {
  agreement: Terms;
  period: string;
  answers: Answers;
  previous: readonly EarlierReport[];
}

/** One number that deviates, in words, and whether its comment explains it. */
export interface DeviationText {
  path: string;
  text: string;
  explained: boolean;
}

const than = {
  sv: { previous: 'förra perioden', sameLastYear: 'samma period i fjol', target: 'målet', plausible: 'det rimliga' },
  en: {
    previous: 'the previous period',
    sameLastYear: 'the same period last year',
    target: 'the target',
    plausible: 'what is plausible',
  },
} as const satisfies Record<Language, Record<Deviation['from'], string>>;

/** What deviates in a report: `63 % mer än förra perioden (38)`. */
export function deviationTexts(report: Report, asked: AskedOf, language: Language): DeviationText[] {
  const { agreement, period, answers, previous } = report;
  const indicators = new Map(asked.indicators.map(({ indicator }) => [indicator.id, indicator]));
  return deviationsOf(answers, agreement, period, previous, indicators).flatMap((deviation) => {
    const indicator = indicators.get(deviation.indicatorId);
    if (!indicator) return [];
    const reference = bareText(deviation.reference, indicator, language);
    const compared = `${than[language][deviation.from]} (${reference})`;
    const explained = Boolean(answers.values[deviation.indicatorId]?.comment?.trim());
    return [
      { path: valuePath(deviation.indicatorId), text: farText(deviation.percent, compared, language), explained },
    ];
  });
}

function farText(share: string | undefined, compared: string, language: Language): string {
  const sv = language === 'sv';
  if (share === undefined) return sv ? `Långt från ${compared}` : `Far from ${compared}`;
  const size = percent(share.replace('-', ''), language);
  if (share.startsWith('-')) return sv ? `${size} mindre än ${compared}` : `${size} less than ${compared}`;
  return sv ? `${size} mer än ${compared}` : `${size} more than ${compared}`;
}
