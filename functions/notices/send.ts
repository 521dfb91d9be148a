import { addDays, startOfDay, stockholmDay } from '@insatskollen/shared/calendar/days.ts';
import { kindAndPlace } from '@insatskollen/shared/failure.ts';
import { ConditionFailed } from '../table/client.ts';
import { compose } from './compose.ts';
import { DIGESTS_AT_MS } from './daily.ts';
import { MailRefused, type Posting } from './mailer.ts';
import { toldWrite } from './noticeStore.ts';
import { digestId, dueIn, moveWrite, newItem, openWrite, outboxItem, type OutboxItem } from './outbox.ts';

/** How long to wait after each try that failed, in minutes; after the last the letter is given up. */
const PAUSES_MINUTES = [1, 5, 15, 60, 240] as const;
const MINUTE_MS = 60_000;

/** Sends every letter whose time has come, at most so many; answers how many were sent. */
export async function sendDue(deps: Posting, most = 50): Promise<number> {
  const now = deps.businessNow();
  const ids = [...(await dueIn(deps.table, 'sending', now, most)), ...(await dueIn(deps.table, 'waiting', now, most))];
  let sent = 0;
  for (const id of ids.slice(0, most)) {
    try {
      if (await sendOne(deps, id)) sent += 1;
    } catch (error) {
      // Somebody else had it, or has: theirs counts.
      if (!(error instanceof ConditionFailed)) throw error;
    }
  }
  return sent;
}

/** Sends one letter if its time has come: claimed first, so that two who send never send the same at once. */
async function sendOne(deps: Posting, id: string): Promise<boolean> {
  const read = await outboxItem(deps.table, id);
  const now = deps.businessNow();
  if (!read || Date.parse(read.at) > now.getTime()) return false;
  const claimed = read.state === 'sending' ? claimAgain(deps, read) : await writeAnew(deps, read);
  if (!claimed) return false;
  await deps.table.transact([moveWrite(deps, read, claimed)]);
  const held = { ...claimed, revision: read.revision + 1 };
  if (!held.mail) return false;
  try {
    await deps.mailer.send(held.mail);
  } catch (error) {
    await deps.table.transact([moveWrite(deps, held, failed(deps, held, error))]);
    return false;
  }
  const sent: OutboxItem = { ...held, state: 'sent', at: deps.businessNow().toISOString(), mail: null, fault: null };
  await deps.table.transact([moveWrite(deps, held, sent), ...held.told.map((sk) => toldWrite(held.personId, sk, id))]);
  return true;
}

/** Whoever was sending it ended before they could say how it went: the very same letter goes again, under the same id. */
const claimAgain = (deps: Posting, item: OutboxItem): OutboxItem =>
  item.attempts > PAUSES_MINUTES.length
    ? { ...item, state: 'dead', at: deps.businessNow().toISOString(), mail: null, fault: 'noAnswer' }
    : { ...item, attempts: item.attempts + 1, at: after(deps, deps.leaseSeconds / 60) };

/** A letter that nobody has: written from what is so now. */
async function writeAnew(deps: Posting, item: OutboxItem): Promise<OutboxItem | undefined> {
  if (item.state !== 'waiting') return undefined;
  const today = stockholmDay(deps.businessNow());
  if (item.kind === 'digest' && item.day < today) return carryOver(deps, item, today);
  const composed = await compose(deps, item);
  if (!composed) return { ...item, state: 'nothing', at: deps.businessNow().toISOString() };
  const { mail, told } = composed;
  const until = after(deps, deps.leaseSeconds / 60);
  return { ...item, state: 'sending', at: until, attempts: item.attempts + 1, mail, told, subject: mail.subject };
}

/**
 * A digest that could not be sent on its own day is told in today's, so that nobody gets two: today's then reaches as far back.
 * When today's is sent already, it waits for tomorrow's.
 */
async function carryOver(deps: Posting, item: OutboxItem, today: string): Promise<OutboxItem> {
  const id = digestId(item.personId, today);
  const now = deps.businessNow().toISOString();
  const todays = await outboxItem(deps.table, id);
  if (todays && todays.state !== 'waiting') {
    const tomorrow = Date.parse(startOfDay(addDays(today, 1))) + DIGESTS_AT_MS;
    return { ...item, at: new Date(tomorrow).toISOString() };
  }
  const { personId, since } = item;
  const fresh = newItem(deps, { id, kind: 'digest', personId, day: today, since, at: now, written: null });
  const further = todays && { ...todays, since: todays.since < since ? todays.since : since };
  await deps.table.transact([todays && further ? moveWrite(deps, todays, further) : openWrite(fresh)]);
  return { ...item, state: 'nothing', at: now };
}

/** What becomes of a letter that could not be handed over. */
function failed(deps: Posting, item: OutboxItem, error: unknown): OutboxItem {
  const pause = PAUSES_MINUTES[item.attempts - 1];
  const gone = error instanceof MailRefused || pause === undefined;
  const { name, place } = kindAndPlace(error);
  if (gone) console.error(JSON.stringify({ level: 'error', event: 'letterGivenUp', id: item.id, name, place }));
  return {
    ...item,
    state: gone ? 'dead' : 'waiting',
    at: gone ? deps.businessNow().toISOString() : after(deps, pause),
    mail: null,
    told: [],
    fault: error instanceof MailRefused ? 'refused' : 'unreachable',
  };
}

const after = (deps: Posting, minutes: number): string =>
  new Date(deps.businessNow().getTime() + minutes * MINUTE_MS).toISOString();
