import type { Fault } from '../refusals.ts';
import type { AssessmentContent, AssessmentState } from './assessment.ts';
import { referencesIn } from './quoting.ts';

/** What a person may do with an assessment. */
export const assessmentActions = ['write', 'review', 'publish'] as const;
export type AssessmentAction = (typeof assessmentActions)[number];

/** State × action → state. Whatever is written anew is a draft again; what was published stays published beside it. */
const lifecycle: Record<AssessmentState, Partial<Record<AssessmentAction, AssessmentState>>> = {
  unwritten: { write: 'draft' },
  draft: { write: 'draft', review: 'reviewed' },
  reviewed: { write: 'draft', publish: 'published' },
  published: { write: 'draft' },
};

/** The state that follows, or `undefined` where the action has no place. */
export const stateAfter = (state: AssessmentState, action: AssessmentAction): AssessmentState | undefined =>
  lifecycle[state][action];

/** States in which the action has a place. */
export const statesFor = (action: AssessmentAction): AssessmentState[] =>
  (Object.keys(lifecycle) as AssessmentState[]).filter((state) => lifecycle[state][action] !== undefined);

/** Two pairs of eyes: whoever wrote the text as it is does not review it. */
export const mayReview = (personId: string, writtenBy: string | null): boolean => personId !== writtenBy;

/** What the person may do now, of those who may do any of it. */
export const allowedNow = (state: AssessmentState, personId: string, writtenBy: string | null): AssessmentAction[] =>
  (['write', 'review', 'publish'] as const).filter(
    (action) => stateAfter(state, action) && (action !== 'review' || mayReview(personId, writtenBy)),
  );

const texts = {
  unknownFigure: (id: string) => ({
    sv: `Området har ingen siffra för [[${id}]] under tiden.`,
    en: `The area has no figure for [[${id}]] in this window.`,
  }),
  unknownReport: {
    sv: 'Rapporten finns inte, räknas inte i området eller är inte godkänd.',
    en: 'The report does not exist, does not count in the area, or is not approved.',
  },
  unknownAnalysis: {
    sv: 'Analysen finns inte, eller är borttagen ur biblioteket.',
    en: 'The analysis does not exist, or was taken out of the library.',
  },
  missing: { sv: 'Fyll i det här innan bedömningen granskas.', en: 'Fill this in before the assessment is reviewed.' },
};

/** References to what is not there: indicators without a figure in the area, reports that do not count in it, and analyses. */
export function evidenceFaults(
  content: AssessmentContent,
  known: { figures: ReadonlySet<string>; reports: ReadonlySet<string>; analyses: ReadonlySet<string> },
  language: 'sv' | 'en',
): Fault[] {
  const figures = referencesIn(content)
    .filter((id) => !known.figures.has(id))
    .map((id) => ({
      path: content.conclusion.includes(`[[${id}]]`) ? 'conclusion' : 'analysis',
      code: 'unknownFigure',
      message: texts.unknownFigure(id)[language],
    }));
  const reports = content.evidence.flatMap(({ agreementId, period }, place) =>
    known.reports.has(`${agreementId}/${period}`)
      ? []
      : [{ path: `evidence.${place}`, code: 'unknownReport', message: texts.unknownReport[language] }],
  );
  const analyses = content.analysisIds.flatMap((id, place) =>
    known.analyses.has(id)
      ? []
      : [{ path: `analysisIds.${place}`, code: 'unknownAnalysis', message: texts.unknownAnalysis[language] }],
  );
  return [...figures, ...reports, ...analyses];
}

/** What has to be there before an assessment is reviewed: a direction, a conclusion and an analysis. */
export const missingIn = ({ direction, conclusion, analysis }: AssessmentContent, language: 'sv' | 'en'): Fault[] =>
  Object.entries({ direction, conclusion, analysis })
    .filter(([, value]) => value === null || value === '')
    .map(([path]) => ({ path, code: 'missing', message: texts.missing[language] }));
