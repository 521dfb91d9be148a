import { stockholmDay } from '@insatskollen/shared/calendar/days.ts';
import { digestOf, type Digest, type Telling } from '@insatskollen/shared/notices/digest.ts';
import { letterHtml, letterText, type Letter } from '@insatskollen/shared/notices/letter.ts';
import type { Preferences } from '@insatskollen/shared/notices/preferences.ts';
import { digestLetter, lateLetter } from '@insatskollen/shared/notices/words.ts';
import { seesComments } from '@insatskollen/shared/people/permissions.ts';
import type { Person } from '@insatskollen/shared/people/person.ts';
import { isLate } from '@insatskollen/shared/reports/head.ts';
import type { Deps } from '../deps.ts';
import { personById } from '../people/store.ts';
import type { Mail } from './mailer.ts';
import { untold, type StoredNotice } from './noticeStore.ts';
import type { OutboxItem } from './outbox.ts';
import { preferencesOf } from './preferencesStore.ts';
import { endingsOn, namingOf, reportsNamed, reportsOf } from './reports.ts';

/** As many as are marked in the transaction that says that the letter is sent. */
const MOST_TOLD = 90;

/** A letter ready to be sent, and which notices it tells. */
export interface Composed {
  mail: Mail;
  told: string[];
}

/**
 * Writes a letter from what is so at this moment, so that nobody is reminded of what they did meanwhile. None when there is
 * nothing to tell, or nobody to tell it to.
 */
export async function compose(deps: Deps, item: OutboxItem): Promise<Composed | undefined> {
  const person = await personById(deps, item.personId);
  if (!person?.active) return undefined;
  const { preferences } = await preferencesOf(deps.table, person.id);
  const to = { name: person.name, language: preferences.language };
  if (item.written) return composeWritten(deps, item, item.written, person, to);
  const { digest, notices } = await digestNow(deps, person, preferences, item);
  if (!digest) return undefined;
  const letter = digestLetter(digest, to, item.day, await namingOf(deps));
  return { mail: mailOf(item, person, letter, null), told: notices.map(({ sk }) => sk) };
}

/** What somebody would be told of now for a day, and the notices that this covers. */
export async function digestNow(
  deps: Deps,
  person: Person,
  preferences: Preferences,
  { since, day }: Pick<Telling, 'since' | 'day'>,
): Promise<{ digest: Digest | undefined; notices: StoredNotice[] }> {
  const reporter = person.roles.includes('reporter');
  const notices = (await untold(deps.table, person.id)).slice(0, MOST_TOLD);
  const [own, named, endings] = await Promise.all([
    Promise.all(reporter ? person.actorIds.map((actorId) => reportsOf(deps.table, actorId)) : []),
    reportsNamed(
      deps.table,
      notices.flatMap(({ agreementId, period, of }) => (period === null || of ? [] : [{ agreementId, period }])),
    ),
    person.roles.includes('coordinator') ? endingsOn(deps.table, since, day) : [],
  ]);
  const byName = new Map(named.map((head) => [`${head.agreementId}#${head.period}`, head]));
  const digest = digestOf({
    preferences,
    since,
    day,
    own: own.flat(),
    notices: notices.flatMap(({ kind, agreementId, period, of }) => {
      const report = of ? undefined : byName.get(`${agreementId}#${period}`);
      return report ? [{ kind, report }] : [];
    }),
    commented: notices.flatMap(({ agreementId, period, of }) =>
      of && seesComments(person, of.actorId) ? [{ agreementId, period, ...of }] : [],
    ),
    endings,
  });
  return { digest, notices };
}

async function composeWritten(
  deps: Deps,
  item: OutboxItem,
  written: NonNullable<OutboxItem['written']>,
  person: Person,
  to: { name: string; language: 'sv' | 'en' },
): Promise<Composed | undefined> {
  const now = deps.businessNow();
  const late = (await reportsNamed(deps.table, written.reports)).filter(
    (head) => isLate(head, now) && person.actorIds.includes(head.actorId),
  );
  if (late.length === 0) return undefined;
  const { subject, text, byName: by } = written;
  const letter = lateLetter({ subject, text, by }, to, late, stockholmDay(now), await namingOf(deps));
  return { mail: mailOf(item, person, letter, written.replyTo), told: [] };
}

const mailOf = ({ id }: OutboxItem, { email }: Person, letter: Letter, replyTo: string | null): Mail => ({
  id,
  to: email,
  replyTo,
  subject: letter.subject,
  text: letterText(letter),
  html: letterHtml(letter),
});
