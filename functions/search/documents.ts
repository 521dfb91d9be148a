import { answersWithout } from '@insatskollen/shared/agreements/confidential.ts';
import { AnalysisSchema, type Analysis } from '@insatskollen/shared/analyses/analysis.ts';
import { stockholmDay } from '@insatskollen/shared/calendar/days.ts';
import { DecisionSchema } from '@insatskollen/shared/dialogues/decision.ts';
import { DialogueSchema } from '@insatskollen/shared/dialogues/dialogue.ts';
import { LessonSchema } from '@insatskollen/shared/dialogues/lesson.ts';
import type { Initiative } from '@insatskollen/shared/initiatives/initiative.ts';
import { piecesOf } from '@insatskollen/shared/insight/quoting.ts';
import type { SearchDocument } from '@insatskollen/shared/search/document.ts';
import { StoredAssessmentSchema, type StoredAssessment } from '../insight/schemas.ts';
import type { Wanted } from './store.ts';

/** The kinds of records that are searched in, each with how it becomes documents. */
export const recordDocuments = {
  lesson: { schema: LessonSchema, documents: (thing: unknown) => lessonDocuments(LessonSchema.parse(thing)) },
  analysis: { schema: AnalysisSchema, documents: (thing: unknown) => analysisDocuments(AnalysisSchema.parse(thing)) },
  decision: { schema: DecisionSchema, documents: (thing: unknown) => decisionDocuments(DecisionSchema.parse(thing)) },
  dialogue: { schema: DialogueSchema, documents: (thing: unknown) => dialogueDocuments(DialogueSchema.parse(thing)) },
  assessment: {
    schema: StoredAssessmentSchema,
    documents: (thing: unknown) => assessmentDocuments(StoredAssessmentSchema.parse(thing)),
  },
} as const;
export type RecordInSearch = keyof typeof recordDocuments;
export const isInSearch = (kind: string): kind is RecordInSearch => Object.hasOwn(recordDocuments, kind);

type Parts = SearchDocument['parts'];
const part = (text: string | null | undefined, name: string | null = null): Parts =>
  text == null || text.trim() === '' ? [] : [{ name, text }];
const one = (document: SearchDocument): Wanted[] => [{ id: document.id, document }];

export function initiativeDocuments(initiative: Initiative): Wanted[] {
  const { id, title, summary, result, participants, timeline } = initiative;
  return one({
    ...{ id: `initiative:${id}`, kind: 'initiative', title },
    parts: [...part(summary), ...part(result), ...part(participants.join(', '))],
    ...{ day: timeline.start ?? '', access: { to: 'everyone' }, place: { id } },
  });
}

function lessonDocuments({
  id,
  title,
  text,
  at,
  actorId,
  initiativeId,
}: ReturnType<typeof LessonSchema.parse>): Wanted[] {
  return one({
    ...{ id: `lesson:${id}`, kind: 'lesson', title, parts: part(text), day: stockholmDay(new Date(at)) },
    access: { to: 'region', actorIds: actorId === null ? [] : [actorId] },
    place: { id, ...(actorId === null ? {} : { actorId }), ...(initiativeId === null ? {} : { initiativeId }) },
  });
}

/** What was taken out of the library is in no document, not even for those who may put it back. */
function analysisDocuments(analysis: Analysis): Wanted[] {
  const { title, publisher, day, summary, meaning, audience, withdrawnAt } = analysis;
  const id = `analysis:${analysis.id}`;
  if (withdrawnAt !== null) return [{ id, document: undefined }];
  return one({
    ...{ id, kind: 'analysis', title, parts: [...part(summary), ...part(meaning), ...part(publisher)], day },
    access: audience === 'all' ? { to: 'everyone' } : { to: 'region', actorIds: [] },
    place: { id: analysis.id },
  });
}

function decisionDocuments({ id, title, text, day, actorIds }: ReturnType<typeof DecisionSchema.parse>): Wanted[] {
  return one({
    ...{ id: `decision:${id}`, kind: 'decision', title, parts: part(text), day },
    ...{ access: { to: 'region', actorIds }, place: { id } },
  });
}

function dialogueDocuments({ id, notes, day, actorId, actions }: ReturnType<typeof DialogueSchema.parse>): Wanted[] {
  return one({
    ...{ id: `dialogue:${id}`, kind: 'dialogue', title: '', day },
    parts: [...part(notes), ...actions.flatMap(({ text, comment }) => [...part(text), ...part(comment)])],
    ...{ access: { to: 'coordinators', actorIds: [actorId] }, place: { id, actorId } },
  });
}

/** What was published is the region's to read; what is written and not published is its coordinators'. */
function assessmentDocuments({ areaId, window, published, ...written }: StoredAssessment): Wanted[] {
  const document = (
    which: 'written' | 'published',
    { conclusion, analysis }: { conclusion: string; analysis: string },
    at: string | null,
  ): SearchDocument => ({
    ...{ id: `assessment:${areaId}:${window}:${which}`, kind: 'assessment', title: '' },
    parts: [...part(withoutFigures(conclusion)), ...part(withoutFigures(analysis))],
    day: at === null ? '' : stockholmDay(new Date(at)),
    access: which === 'published' ? { to: 'region', actorIds: [] } : { to: 'coordinators', actorIds: [] },
    place: { areaId, window },
  });
  const isPublished =
    published !== null && published.conclusion === written.conclusion && published.analysis === written.analysis;
  const [asWritten, asPublished] = [
    document('written', written, written.writtenAt),
    published && document('published', published, published.asOf),
  ];
  return [
    { id: asWritten.id, document: isPublished || asWritten.parts.length === 0 ? undefined : asWritten },
    { id: `assessment:${areaId}:${window}:published`, document: asPublished ?? undefined },
  ];
}

/** A figure stands in an assessment by its indicator's id, which is no word. */
const withoutFigures = (text: string): string =>
  piecesOf(text)
    .map((piece) => ('text' in piece ? piece.text : '…'))
    .join('');

interface ReportVersions {
  head: { agreementId: string; period: string; actorId: string; initiativeId: string };
  /** The latest version that was submitted and the last that was approved, as far as there are. */
  latest: ReadVersion | undefined;
  approved: ReadVersion | undefined;
  questions: readonly { id: string; name: string }[];
  /** What is confidential of the answers: it is in no document, whoever may read it. */
  confidential: readonly { field: string }[];
}
interface ReadVersion {
  version: number;
  submittedAt: string;
  answers: Parameters<typeof answersWithout>[1];
}

/** The latest version of a report and its approved one, which are one document where they are the same. */
export function reportDocuments({ head, latest, approved, questions, confidential }: ReportVersions): Wanted[] {
  const { agreementId, period, actorId, initiativeId } = head;
  const same = latest !== undefined && latest.version === approved?.version;
  const wanted = (which: 'latest' | 'approved', read: ReadVersion | undefined): Wanted => {
    const id = `report:${agreementId}:${period}:${which}`;
    if (!read || (which === 'approved' && same)) return { id, document: undefined };
    const { texts } = answersWithout(confidential, read.answers);
    const document: SearchDocument = {
      ...{ id, kind: 'report', title: '', day: stockholmDay(new Date(read.submittedAt)) },
      parts: questions.flatMap((question) => part(texts[question.id], question.name)),
      access: { to: 'report', actorId, latest: which === 'latest', approved: which === 'approved' || same },
      place: { agreementId, period, actorId, initiativeId, version: read.version },
    };
    return { id, document };
  };
  return [wanted('latest', latest), wanted('approved', approved)];
}
