import { answerFields } from '@insatskollen/shared/agreements/confidential.ts';
import { periodName } from '@insatskollen/shared/calendar/inWords.ts';
import type { Quote } from '@insatskollen/shared/packs/pack.ts';
import type { Fault } from '@insatskollen/shared/refusals.ts';
import { agreementById } from '../agreements/store.ts';
import type { Deps } from '../deps.ts';
import { readHead } from '../reports/headStore.ts';
import { readVersion } from '../reports/versionStore.ts';
import { libraryOf } from '../strategy/library.ts';
import { headKey, versionKey } from '../table/keys.ts';
import type { Pack } from './packStore.ts';

const texts = {
  notApproved: { sv: 'Välj en rapport som är godkänd.', en: 'Choose a report that is approved.' },
  notSaid: {
    sv: 'De här orden står inte i någon av rapportens texter, eller i en som är sekretessmarkerad. Citera ordagrant.',
    en: 'These words are in none of the report’s texts, or in one that is confidential. Quote word for word.',
  },
};
type Resolved = Pack['quotes'][number];

/** Spaces and line breaks are no part of what was said. */
const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** What was said, in which area and by whom: only words of an approved report's open texts, as they stand there. */
export async function resolveQuotes(
  deps: Deps,
  quotes: readonly Quote[],
  language: 'sv' | 'en',
): Promise<{ quotes: Resolved[]; errors: Fault[] }> {
  const found = await Promise.all(quotes.map((quote) => resolve(deps, quote)));
  const errors = found.flatMap((one, n) =>
    typeof one === 'string'
      ? [{ path: `quotes.${n}.${one === 'notSaid' ? 'text' : 'report'}`, code: one, message: texts[one][language] }]
      : [],
  );
  return { quotes: found.flatMap((one) => (typeof one === 'string' ? [] : [one])), errors };
}

async function resolve(
  { table, ...deps }: Deps,
  { agreementId, period, text }: Quote,
): Promise<Resolved | keyof typeof texts> {
  const item = await table.get(headKey(agreementId, period));
  const head = item && readHead(item);
  const approved = head?.approvedVersions.at(-1);
  if (!head || approved === undefined) return 'notApproved';
  const [version, agreement, library] = await Promise.all([
    table.get(versionKey(agreementId, period, approved)),
    agreementById(table, agreementId),
    libraryOf({ table, ...deps }),
  ]);
  const isOpen = (questionId: string) =>
    !(agreement?.confidential ?? []).some(({ field }) => field === answerFields.text(questionId));
  const said = plain(text);
  const answers = version ? Object.entries(readVersion(version).answers.texts) : [];
  if (!answers.some(([id, answer]) => isOpen(id) && plain(answer).includes(said))) return 'notSaid';
  const actor = library.actors.get(head.actorId)?.shortName ?? head.actorId;
  return { areaId: head.focusArea, text: said, source: `${actor}, ${periodName(period, 'sv')}` };
}
