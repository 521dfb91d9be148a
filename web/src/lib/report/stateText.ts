import { dateNear, dateTime, fromNow } from '#lib/format/date.ts';
import type { Language } from '#lib/i18n/language.ts';
import { deadlineOf } from './nextStep.ts';
import type { ReportItem } from './schemas.server.ts';

type Item = Pick<ReportItem, 'state' | 'dueAt' | 'answerBy' | 'late' | 'submittedAt' | 'approvedAt' | 'figuresKept'>;

/** How a report stands, in a sentence: `Senast 30 oktober (om 6 dagar)`, `Sen: skulle ha varit inne 30 oktober (för 21 dagar sedan)`. */
export function stateText(report: Item, now: string, language: Language): string {
  const sv = language === 'sv';
  const deadline = deadlineOf(report);
  const by = `${dateNear(deadline, now, language)} (${fromNow(deadline, now, language)})`;
  switch (report.state) {
    case 'notStarted':
    case 'draft':
      if (report.late) return sv ? `Sen: skulle ha varit inne ${by}` : `Late: was due ${by}`;
      return sv ? `Senast ${by}` : `Due ${by}`;
    case 'returned': {
      const kept = report.figuresKept
        ? sv
          ? '. De godkända siffrorna gäller tills den nya versionen är godkänd'
          : '. The approved figures stand until the new version is approved'
        : '';
      if (report.late) return (sv ? `Sen: skulle ha kommit in igen ${by}` : `Late: was to be back ${by}`) + kept;
      return (sv ? `Komplettera senast ${by}` : `To be completed by ${by}`) + kept;
    }
    case 'submitted':
      return sv ? `Inskickad ${at(report.submittedAt, language)}` : `Submitted ${at(report.submittedAt, language)}`;
    case 'approved':
      return sv ? `Godkänd ${at(report.approvedAt, language)}` : `Approved ${at(report.approvedAt, language)}`;
  }
}

/** That a deadline was moved, from when and why: `Förlängd från 30 oktober: sjukdom`. `null` where the deadline is as agreed. */
export function extensionText(
  { extension, state }: Pick<ReportItem, 'extension' | 'state'>,
  now: string,
  language: Language,
): string | null {
  if (!extension || state === 'submitted' || state === 'approved') return null;
  if ((extension.of === 'answerBy') !== (state === 'returned')) return null;
  const from = dateNear(extension.from, now, language);
  return language === 'sv'
    ? `Förlängd från ${from}: ${extension.reason}`
    : `Extended from ${from}: ${extension.reason}`;
}

const at = (instant: string | null, language: Language): string =>
  instant === null ? '' : dateTime(instant, language);
