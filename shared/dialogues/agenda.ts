import type { Terms } from '../agreements/agreement.ts';
import type { Indicator } from '../indicators/indicator.ts';
import { deviationsOf, type EarlierReport } from '../reports/advice.ts';
import type { Answers, Entry } from '../reports/answers.ts';
import type { Head } from '../reports/head.ts';

/** One figure to talk about: what was answered, what was agreed, and what explains it where it is far from either. */
export interface AgendaFigure {
  indicatorId: string;
  entry: Entry | null;
  target: string | null;
  deviates: boolean;
  explanation: string | null;
}
/** A remark that the actor has not ticked off. */
export interface AgendaRemark {
  path: string;
  text: string;
}
/** What an agenda says of one report: of its latest submitted version only, never of a draft (requirement L3). */
export interface AgendaReport {
  agreementId: string;
  period: string;
  state: Head['state'];
  version: number;
  figures: AgendaFigure[];
  remarks: AgendaRemark[];
  /** What the actor wrote on deviations and on what comes next, by question. */
  texts: { questionId: string; name: string; text: string }[];
}

/** Questions that a dialogue is about: what did not go as agreed, and what comes next. */
const talkedAbout = /avvik|åtgärd|nästa|lärdom|slutsats/i;

/** A report as a page of the agenda. `answers` are those of the latest submitted version; none before there is one. */
export function agendaOf(
  head: Pick<Head, 'agreementId' | 'period' | 'state' | 'version' | 'asked'>,
  terms: Terms,
  answers: Answers | undefined,
  remarks: readonly { path: string; text: string; resolved: boolean }[],
  earlier: EarlierReport[],
  indicators: ReadonlyMap<string, Indicator>,
): AgendaReport {
  const deviating = new Set(
    answers ? deviationsOf(answers, terms, head.period, earlier, indicators).map(({ indicatorId }) => indicatorId) : [],
  );
  const { agreementId, period, state, version } = head;
  return {
    agreementId,
    period,
    state,
    version,
    figures: terms.indicators.map(({ indicatorId }) => {
      const entry = answers?.values[indicatorId] ?? null;
      return {
        indicatorId,
        entry,
        target: head.asked[indicatorId]?.periodTarget ?? null,
        deviates: deviating.has(indicatorId),
        explanation: entry?.comment ?? null,
      };
    }),
    remarks: remarks.filter(({ resolved }) => !resolved).map(({ path, text }) => ({ path, text })),
    texts: terms.questions.flatMap(({ id, name }) => {
      const text = answers?.texts[id]?.trim() ?? '';
      return text !== '' && talkedAbout.test(name) ? [{ questionId: id, name, text }] : [];
    }),
  };
}
