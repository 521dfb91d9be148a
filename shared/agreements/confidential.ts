import type { FieldChange } from '../history/fieldChanges.ts';
import type { Person } from '../people/person.ts';
import type { Answers, Entry } from '../reports/answers.ts';

/** What of an agreement itself can be marked as confidential (requirement L4). */
export const maskable = ['goal', 'criteria', 'commitments', 'financing'] as const;

/** What of its reports' answers can be: a question's text, and what is written beside an indicator's number. The number itself adds up, so it is open. */
export const answerFields = {
  text: (questionId: string) => `texts.${questionId}`,
  comment: (indicatorId: string) => `comments.${indicatorId}`,
};
const answerField = /^(?:texts|comments)\.[a-z0-9-]{1,100}$/;

/** Whether a field is one that can be marked at all. */
export const isMaskable = (field: string): boolean => maskable.some((one) => one === field) || answerField.test(field);

/**
 * A field that is confidential, with its legal ground in offentlighets- och sekretesslagen (2009:400): chapter and section. `masked`
 * is true where the reader is not shown the field.
 */
export interface Confidential {
  field: string;
  chapter: string;
  section: string;
  reason?: string | null | undefined;
  masked?: boolean | undefined;
}

interface Marked {
  actorId: string;
  goal: string;
  criteria: string[];
  commitments?: readonly unknown[] | undefined;
  financing: Record<string, string>;
  confidential?: Confidential[] | undefined;
}

/** Whether a person sees what is confidential in an agreement: coordinators, and those who report for its actor. */
const seesConfidential = (person: Person, { actorId }: Pick<Marked, 'actorId'>): boolean =>
  person.active &&
  (person.roles.includes('coordinator') || (person.roles.includes('reporter') && person.actorIds.includes(actorId)));

/** The agreement as this person may see it: what is confidential to others is blank, and its ground still said. */
export function asSeenBy<Agreement extends Marked>(person: Person, agreement: Agreement): Agreement {
  const { confidential } = agreement;
  if (!confidential?.length || seesConfidential(person, agreement)) return agreement;
  const hides = (field: Confidential['field']) => confidential.some((one) => one.field === field);
  return {
    ...agreement,
    goal: hides('goal') ? '' : agreement.goal,
    criteria: hides('criteria') ? [] : agreement.criteria,
    ...(hides('commitments') && agreement.commitments ? { commitments: [] } : {}),
    financing: hides('financing') ? {} : agreement.financing,
    confidential: confidential.map(({ field, chapter, section }) => ({ field, chapter, section, masked: true })),
  };
}

/** Changes of an agreement as this person may see them: that a confidential field was changed is said, but not from what to what. */
export function changesSeenBy(person: Person, agreement: Marked, fields: readonly FieldChange[]): FieldChange[] {
  const hidden = seesConfidential(person, agreement) ? [] : (agreement.confidential ?? []).map(({ field }) => field);
  const isHidden = (path: string) =>
    path.startsWith('confidential') || hidden.some((field) => path === field || path.startsWith(`${field}.`));
  return hidden.length === 0
    ? [...fields]
    : fields.map((change) => (isHidden(change.path) ? { path: change.path, before: null, after: null } : change));
}

/** The marks that keep something of the reports' answers from this person; none for those who see what is confidential. */
export const withheldFrom = (
  person: Person,
  agreement: Pick<Marked, 'actorId' | 'confidential'>,
): Pick<Confidential, 'field' | 'chapter' | 'section'>[] =>
  seesConfidential(person, agreement)
    ? []
    : (agreement.confidential ?? [])
        .filter(({ field }) => answerField.test(field))
        .map(({ field, chapter, section }) => ({ field, chapter, section }));

type Withheld = readonly Pick<Confidential, 'field'>[];
const isWithheld = (withheld: Withheld, field: string) => withheld.some((one) => one.field === field);

/** Answers by indicator without the comments that are withheld. */
export const valuesWithout = (withheld: Withheld, values: Readonly<Record<string, Entry>>): Record<string, Entry> =>
  Object.fromEntries(Object.entries(values).map(([id, entry]) => [id, entryWithout(withheld, id, entry)]));

/** One answer, without its comment where that is withheld. */
export function entryWithout(withheld: Withheld, indicatorId: string, entry: Entry): Entry {
  if (entry.comment === undefined || !isWithheld(withheld, answerFields.comment(indicatorId))) return entry;
  const { comment: _, ...rest } = entry;
  return rest;
}

/** All answers of a report without what is withheld. */
export const answersWithout = (withheld: Withheld, { values, texts }: Answers): Answers => ({
  values: valuesWithout(withheld, values),
  texts: Object.fromEntries(Object.entries(texts).filter(([id]) => !isWithheld(withheld, answerFields.text(id)))),
});
