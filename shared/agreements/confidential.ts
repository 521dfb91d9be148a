import type { FieldChange } from '../history/fieldChanges.ts';
import type { Person } from '../people/person.ts';

/** What of an agreement can be marked as confidential (requirement L4). */
export const maskable = ['goal', 'criteria', 'commitments', 'financing'] as const;

/**
 * A field that is confidential, with its legal ground in offentlighets- och sekretesslagen (2009:400): chapter and section. `masked`
 * is true where the reader is not shown the field.
 */
export interface Confidential {
  field: (typeof maskable)[number];
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
