import type { Terms } from '@insatskollen/shared/agreements/agreement.ts';
import { boundsText } from '#lib/commitments/boundsText.ts';
import { commitmentTexts } from '#lib/commitments/texts.ts';
import { date, dateNear } from '#lib/format/date.ts';
import { listed, number } from '#lib/format/number.ts';
import { capital, periodName } from '#lib/format/period.ts';
import type { Language } from '#lib/i18n/language.ts';
import { shapeOf, type StatusShape } from '#lib/ui/status.ts';
import type { ReportNames } from './load.server.ts';
import type { Report } from './schemas.server.ts';
import { extensionText, stateText } from './stateText.ts';

/** All that a report's page says over the report itself, in words: the browser only shows it. */
export interface ReportHead {
  documentTitle: string;
  steps: { name: string; href?: string }[];
  title: string;
  lead: string;
  shape: StatusShape;
  status: string;
  /** That the deadline was moved, and why. */
  extension: string | null;
  /** What was agreed in dialogues and is not done, and its title; `null` where there is none. */
  agreed: { title: string; actions: { key: string; text: string; by: string; href: string }[] } | null;
  contributes: string;
  termsTitle: string;
  /** The agreement: a name and what it is, or several. */
  terms: { name: string; text: string[] }[];
}

const words = {
  sv: {
    mine: 'Mina rapporter',
    review: 'Granskning',
    overview: 'Översikt',
    terms: 'Avtalet och hur det bidrar',
    agreed: (count: number) => `Överenskommet i dialog och inte klart (${count})`,
    actionBy: (owner: string, day: string) => `${owner}, senast ${day}`,
    goal: 'Mål',
    criteria: 'Kriterier',
    commitments: 'Löften i tal',
    counts: 'Räknas i',
    also: 'Bidrar även till',
    rus: 'Bidrar till RUS',
    vision: 'Strategins vision',
    term: 'Avtalstid',
    reference: 'Diarienummer',
    confidential: (chapter: string, section: string) => `Omfattas av sekretess, ${chapter} kap. ${section} § OSL`,
    financing: 'Finansiering',
    frequency: {
      quarterly: 'Rapport varje kvartal',
      'half-yearly': 'Rapport varje halvår',
      yearly: 'Rapport varje år',
      'school-yearly': 'Rapport varje läsår',
    },
    sources: {
      own: 'regionens egna medel',
      state11: 'statliga 1:1-medel',
      eu: 'EU',
      municipal: 'kommuner',
      private: 'privata',
    },
    contributes: (area: string, rus: string) =>
      `Räknas i ${area}${rus === '' ? '' : ` och bidrar till RUS-prioriteringen ${rus}`}.`,
  },
  en: {
    mine: 'My reports',
    review: 'Review',
    overview: 'Overview',
    terms: 'The agreement and what it contributes to',
    agreed: (count: number) => `Agreed in a dialogue and not done (${count})`,
    actionBy: (owner: string, day: string) => `${owner}, by ${day}`,
    goal: 'Goal',
    criteria: 'Criteria',
    commitments: 'Promises in numbers',
    counts: 'Counts in',
    also: 'Also contributes to',
    rus: 'Contributes to RUS',
    vision: 'Vision of the strategy',
    term: 'Term',
    reference: 'Reference',
    confidential: (chapter: string, section: string) => `Confidential, chapter ${chapter} section ${section} OSL`,
    financing: 'Financing',
    frequency: {
      quarterly: 'Reported every quarter',
      'half-yearly': 'Reported every half-year',
      yearly: 'Reported every year',
      'school-yearly': 'Reported every school year',
    },
    sources: {
      own: 'the region’s own funds',
      state11: 'state 1:1 funds',
      eu: 'EU',
      municipal: 'municipalities',
      private: 'private',
    },
    contributes: (area: string, rus: string) =>
      `Counts in ${area}${rus === '' ? '' : ` and contributes to the RUS priority ${rus}`}.`,
  },
} as const;

export function headOf(report: Report, names: ReportNames, now: string, language: Language): ReportHead {
  const t = words[language];
  const when = periodName(report.period, language);
  const from = {
    actor: { name: t.mine, href: '/mina-rapporter' },
    region: { name: t.review, href: '/granskning' },
    approvedOnly: { name: t.overview, href: '/oversikt' },
  }[report.access];
  return {
    documentTitle: `${names.actorShort}: ${names.initiative}, ${when}`,
    steps: [from, { name: `${names.actorShort}, ${when}` }],
    title: names.initiative,
    lead: `${capital(when)}, ${names.actor}`,
    shape: shapeOf(report),
    status: stateText(report, now, language),
    extension: extensionText(report, now, language),
    agreed: actionsIn(report, now, language),
    ...agreedInWords(report.agreement, names, language),
  };
}

/** What dialogues left to be done, in words. */
function actionsIn({ agreed }: Report, now: string, language: Language): ReportHead['agreed'] {
  if (agreed.length === 0) return null;
  const t = words[language];
  const actions = agreed.map(({ id, dialogueId, text, owner, due }) => ({
    key: `${dialogueId} ${id}`,
    text,
    by: t.actionBy(owner, dateNear(due, now, language)),
    href: `/dialoger/${dialogueId}`,
  }));
  return { title: t.agreed(agreed.length), actions };
}

/** What was agreed and what it contributes to, as the actor reads it over its report. */
export const agreedInWords = (
  terms: Terms,
  names: ReportNames,
  language: Language,
): Pick<ReportHead, 'contributes' | 'termsTitle' | 'terms'> => ({
  contributes: words[language].contributes(names.focusArea, listed(names.rusPriorities, language)),
  termsTitle: words[language].terms,
  terms: termRows(terms, names, language),
});

function termRows(terms: Terms, names: ReportNames, language: Language): ReportHead['terms'] {
  const t = words[language];
  const sourceName = (source: string) => Object.entries(t.sources).find(([id]) => id === source)?.[1] ?? source;
  const money = Object.entries(terms.financing)
    .filter(([, amount]) => !/^[0.]*$/.test(amount))
    .map(([source, amount]) => `${number(amount, language)} kr ${sourceName(source)}`);
  const promises = (terms.commitments ?? []).map(
    (one) => `${one.text}: ${boundsText(one, language)} ${one.unit} ${commitmentTexts[language].per[one.per]}`,
  );
  const masked = (field: string) => {
    const ground = terms.confidential?.find((one) => one.field === field && one.masked);
    return ground && [t.confidential(ground.chapter, ground.section)];
  };
  const days = `${date(terms.termStart, language)} – ${date(terms.termEnd, language)}`;
  return [
    { name: t.counts, text: [`${names.focusArea} (${names.strategicArea})`] },
    { name: t.also, text: names.alsoContributesTo },
    { name: t.rus, text: names.rusPriorities },
    { name: t.vision, text: [names.vision] },
    { name: t.goal, text: masked('goal') ?? [terms.goal] },
    { name: t.criteria, text: masked('criteria') ?? terms.criteria },
    { name: t.commitments, text: masked('commitments') ?? promises },
    { name: t.term, text: [`${days}. ${t.frequency[terms.frequency]}.`] },
    { name: t.financing, text: masked('financing') ?? money },
    { name: t.reference, text: [terms.reference] },
  ].filter(({ text }) => text.length > 0);
}
