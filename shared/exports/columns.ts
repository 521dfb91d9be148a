/** What goes out as a table and comes back in. */
export const exportKinds = ['initiatives', 'agreements', 'targets'] as const;
export type ExportKind = (typeof exportKinds)[number];

type Words = Readonly<Record<'sv' | 'en', string>>;

/**
 * `text` one value as it is written; `id` the id of something; `ids` several ids in a row; `lines` several texts, each of which may have lines of its own;
 * `choice` one of a few, by its own name or in words.
 */
export type ColumnType = 'text' | 'id' | 'integer' | 'decimal' | 'day' | 'yesNo' | 'ids' | 'lines' | 'choice';

/** One column, the same in exports, imports and templates. */
export interface Column {
  /** The path of its value in the thing, as the API has it; in a file it is a heading as good as the words. */
  name: string;
  heading: Words;
  type: ColumnType;
  /** The words of each choice. */
  choices?: Readonly<Record<string, Words>>;
  /** `out`: there to be read, passed over when it comes back. `in`: blank in exports. */
  only?: 'out' | 'in';
  /** A file without it cannot be read in. */
  needed?: true;
  /** What a blank cell means: nothing (`null`, or an empty list), or that the field is not there at all. */
  blank?: 'absent';
}

const id = { name: 'id', heading: { sv: 'Id', en: 'Id' }, type: 'id', needed: true, blank: 'absent' } as const;
const version = { name: 'version', heading: { sv: 'Version', en: 'Version' }, type: 'integer' } as const;
const reason = { name: 'reason', heading: { sv: 'Skäl', en: 'Reason' }, type: 'text', only: 'in' } as const;

const lifecycle = {
  potential: { sv: 'Potentiell', en: 'Potential' },
  coming: { sv: 'Kommande', en: 'Coming' },
  ongoing: { sv: 'Pågående', en: 'Ongoing' },
  ended: { sv: 'Avslutad', en: 'Ended' },
};
const frequency = {
  quarterly: { sv: 'Kvartal', en: 'Quarter' },
  'half-yearly': { sv: 'Halvår', en: 'Half-year' },
  yearly: { sv: 'År', en: 'Year' },
  'school-yearly': { sv: 'Läsår', en: 'School year' },
};
const money = (source: string, sv: string, en: string): Column => ({
  name: `financing.${source}`,
  heading: { sv: `Finansiering, ${sv} (kr)`, en: `Financing, ${en} (SEK)` },
  type: 'decimal',
  blank: 'absent',
});

const initiatives: readonly Column[] = [
  id,
  version,
  { name: 'title', heading: { sv: 'Namn', en: 'Name' }, type: 'text' },
  { name: 'summary', heading: { sv: 'Sammanfattning', en: 'Summary' }, type: 'text' },
  { name: 'lifecycle', heading: { sv: 'Skede', en: 'Stage' }, type: 'choice', choices: lifecycle, blank: 'absent' },
  { name: 'primaryFocusArea', heading: { sv: 'Räknas i', en: 'Counts in' }, type: 'id' },
  { name: 'alsoContributesTo', heading: { sv: 'Bidrar även till', en: 'Also contributes to' }, type: 'ids' },
  { name: 'responsible', heading: { sv: 'Ansvariga', en: 'Responsible' }, type: 'ids' },
  { name: 'responsibleUnits', heading: { sv: 'Ansvariga verksamheter', en: 'Responsible departments' }, type: 'ids' },
  { name: 'participants', heading: { sv: 'Medverkande', en: 'Participants' }, type: 'lines' },
  { name: 'timeline.asWritten', heading: { sv: 'Tid i planen', en: 'Time in the plan' }, type: 'text' },
  { name: 'timeline.start', heading: { sv: 'Börjar', en: 'Begins' }, type: 'day' },
  { name: 'timeline.end', heading: { sv: 'Slutar', en: 'Ends' }, type: 'day' },
  { name: 'timeline.ongoing', heading: { sv: 'Löpande', en: 'Open-ended' }, type: 'yesNo' },
  { name: 'timeline.recurrence', heading: { sv: 'Återkommer', en: 'Recurs' }, type: 'id', blank: 'absent' },
  { name: 'result', heading: { sv: 'Resultat', en: 'Result' }, type: 'text' },
  { name: 'continuedIn', heading: { sv: 'Lever vidare i', en: 'Lives on in' }, type: 'id' },
  { name: 'partOf', heading: { sv: 'Del av', en: 'Part of' }, type: 'id' },
  reason,
];

const agreements: readonly Column[] = [
  id,
  version,
  { name: 'reference', heading: { sv: 'Beteckning', en: 'Reference' }, type: 'text' },
  { name: 'actorId', heading: { sv: 'Aktör', en: 'Actor' }, type: 'id' },
  { name: 'actorName', heading: { sv: 'Aktörens namn', en: 'Name of the actor' }, type: 'text', only: 'out' },
  { name: 'initiativeId', heading: { sv: 'Insats', en: 'Initiative' }, type: 'id' },
  {
    name: 'initiativeTitle',
    heading: { sv: 'Insatsens namn', en: 'Name of the initiative' },
    type: 'text',
    only: 'out',
  },
  { name: 'termStart', heading: { sv: 'Från', en: 'From' }, type: 'day' },
  { name: 'termEnd', heading: { sv: 'Till', en: 'To' }, type: 'day' },
  { name: 'frequency', heading: { sv: 'Rapporteras varje', en: 'Reported each' }, type: 'choice', choices: frequency },
  { name: 'dueDays', heading: { sv: 'Dagar till inlämning', en: 'Days until due' }, type: 'integer' },
  { name: 'succeeds', heading: { sv: 'Följer på', en: 'Follows' }, type: 'id' },
  { name: 'goal', heading: { sv: 'Mål', en: 'Goal' }, type: 'text' },
  { name: 'criteria', heading: { sv: 'Kriterier', en: 'Criteria' }, type: 'lines' },
  { name: 'indicators', heading: { sv: 'Mått', en: 'Indicators' }, type: 'ids' },
  { name: 'questions', heading: { sv: 'Frågor', en: 'Questions' }, type: 'ids' },
  money('own', 'egna medel', 'own funds'),
  money('state11', '1:1-medel', 'state 1:1 funds'),
  money('eu', 'EU', 'EU'),
  money('municipal', 'kommuner', 'municipalities'),
  money('private', 'privat', 'private'),
  { name: 'rusPriorities', heading: { sv: 'Prioriteringar i RUS', en: 'Priorities of RUS' }, type: 'ids' },
  reason,
];

const targets: readonly Column[] = [
  { name: 'agreementId', heading: { sv: 'Avtal', en: 'Agreement' }, type: 'id', needed: true },
  { name: 'version', heading: { sv: 'Avtalets version', en: 'Version of the agreement' }, type: 'integer' },
  { name: 'reference', heading: { sv: 'Beteckning', en: 'Reference' }, type: 'text', only: 'out' },
  { name: 'indicatorId', heading: { sv: 'Mått', en: 'Indicator' }, type: 'id', needed: true },
  { name: 'indicatorName', heading: { sv: 'Måttets namn', en: 'Name of the indicator' }, type: 'text', only: 'out' },
  { name: 'unit', heading: { sv: 'Enhet', en: 'Unit' }, type: 'text', only: 'out' },
  { name: 'period', heading: { sv: 'Period', en: 'Period' }, type: 'id', needed: true },
  { name: 'target', heading: { sv: 'Mål', en: 'Target' }, type: 'decimal', needed: true },
];

/** The columns of each kind, in their order. */
export const columnsOf: Readonly<Record<ExportKind, readonly Column[]>> = { initiatives, agreements, targets };

/** In the targets' column `period`, the target of each whole year; else the period's own name. */
export const YEAR = 'year';
