/**
 * Every key of the one table, made here and nowhere else.
 *
 * | question                                              | request                                             | cost |
 * | ----------------------------------------------------- | --------------------------------------------------- | ---- |
 * | a report: head, remarks, events                       | Query `REPORT#<agreement>#<period>`                 | 1 |
 * | … its draft, a version, the terms it is pinned to     | BatchGet of those three keys                        | 1 |
 * | … earlier periods' numbers of the same chain          | Query `SERIES#<chain>`                              | 1 |
 * | what the region says of a report or an agreement       | Query its partition, `FOR-REGION#` and its head      | 1 |
 * | an actor's reports, newest period first               | Query gsi1 `ACTOR#<actor>`                          | 1 a page |
 * | what waits for review, oldest first                   | Query gsi2 `STATE#submitted` (sparse)               | 1 a page |
 * | which approved reports their actors ask to correct    | Query gsi2 `REOPEN#requested` (sparse)              | 1 a page |
 * | a period's expected and received reports              | Query gsi3 `PERIOD#<period>`                        | 1 a page |
 * | all figures and coverage of a year                    | Query `SUMMARY#<book>#<year>`                       | 1 |
 * | … their breakdown parts                               | Query `PARTS#<book>#<year>`                         | 1 |
 * | what a figure is made of                              | Query `CONTRIBUTION#<book>#<focusArea>`, periods' end days | 1 a page |
 * | what changed in the figures after an instant          | Query `LEDGER#<year>` from that instant             | 1 a page |
 * | a chain's stock values, to know which one is in force | Get `CHAIN#<chain>`                                 | 1 |
 * | the library (strategy, indicators, actors, …)         | Query `LIBRARY#<kind>`                              | 1, cached |
 * | where a focus area is heading                         | Get `OUTLOOK`                                       | 1 |
 * | an activity, a dialogue, a decision, a lesson, an analysis | Get `RECORD#<kind>#<id>`                       | 1 |
 * | … all of a kind by day, or some days' of them         | Query gsi1 `RECORDS#<kind>`                         | 1 a page |
 * | … an actor's dialogues, decisions, lessons            | Query gsi2 `RECORDS#<kind>#<actor>`                 | 1 a page |
 * | what dialogues with an actor left to be done           | Get `AGREED#<actor>`, with a report's other parts   | 0 |
 * | every version that was published of an area and window | Query `PUBLISHED#<area>#<window>`                  | 1 |
 * | what anyone may see: of a window, and which there are  | Query `PUBLIC#<window>`, Query `PUBLIC#LIST`        | 1 each |
 * | … of an area in a window                              | Get `PUBLIC#<window>`                               | 1 |
 * | whose calendar a feed shows, and a person's feed      | Get `FEED#<hash>`, Get `FEED-OF#<person>`           | 1 |
 * | who changed what of a thing, newest first             | Query `CHANGES#<kind>#<id>`                         | 1 a page |
 * | whether a file is being read into the registers       | Get `IMPORT`                                        | 1 |
 * | a person's packs, or one of them                      | Query `PACKS#<person>`, Get of it                   | 1 |
 * | … what one says, and its files                        | Query `PACK#<id>`, `CONTENT#` or `FILE#<format>#`   | 1 a MB |
 * | who someone is                                        | Get `SESSION#…`/`TOKEN#…`, Get `PEOPLE`             | 2 |
 * | where someone is signed in                            | Query gsi1 `SIGNED-IN#<person>`                     | 1 |
 * | what somebody is to be told of                        | Query `NOTICE#<person>`                             | 1 |
 * | which letters are to be sent, or could not be         | Query gsi2 `OUTBOX#<state>`                         | 1 a page |
 * | what is followed of society, and from where           | Query `SOCIETAL`                                    | 1 |
 * | … the values of one, or of all in one place           | Query `SOCIETAL#<id>`, Query gsi1 `SOCIETAL#<geography>` | 1 a page |
 * | which documents of the search changed since           | Query `SEARCH#CHANGES` from a revision               | 1 |
 * | … all documents, once a process                       | Query `SEARCH`                                      | 1 a page |
 * | how everyone wants to be told; whose mail came back   | Query `PREFERENCES`, Query `UNDELIVERED`            | 1 each |
 *
 * A draft lies under a prefix of its own: nothing that reads `REPORT#`, an index, or the stream of anything else can meet it.
 */
import type { ChangedKind } from '@insatskollen/shared/history/change.ts';
import type { Book } from '@insatskollen/shared/summary/countedVersion.ts';
import type { Key } from './client.ts';

const padded = (n: number) => String(n).padStart(6, '0');

export const reportPartition = (agreementId: string, period: string) => `REPORT#${agreementId}#${period}`;
export const headKey = (agreementId: string, period: string): Key => ({
  pk: reportPartition(agreementId, period),
  sk: 'HEAD',
});
export const eventKey = (agreementId: string, period: string, n: number): Key => ({
  pk: reportPartition(agreementId, period),
  sk: `EVENT#${padded(n)}`,
});
export const remarkKey = (agreementId: string, period: string, version: number, n: number): Key => ({
  pk: reportPartition(agreementId, period),
  sk: `REMARK#${padded(version)}#${padded(n)}`,
});
/** A version is large, so it lies outside the report's partition and is fetched by number. */
export const versionPartition = (agreementId: string, period: string) => `VERSION#${agreementId}#${period}`;
export const versionKey = (agreementId: string, period: string, n: number): Key => ({
  pk: versionPartition(agreementId, period),
  sk: padded(n),
});
const draftPrefix = 'DRAFT#';
export const draftKey = (agreementId: string, period: string): Key => ({
  pk: `${draftPrefix}${agreementId}#${period}`,
  sk: 'DRAFT',
});
export const seriesPartition = (chain: string) => `SERIES#${chain}`;
export const seriesKey = (chain: string, periodEnd: string, agreementId: string, period: string): Key => ({
  pk: seriesPartition(chain),
  sk: `${periodEnd}#${agreementId}#${period}`,
});

const agreementPartition = (id: string) => `AGREEMENT#${id}`;
export const agreementKey = (id: string): Key => ({ pk: agreementPartition(id), sk: 'CURRENT' });
export const agreementVersionKey = (id: string, version: number): Key => ({
  pk: agreementPartition(id),
  sk: `VERSION#${padded(version)}`,
});

/** What a comment is about: a report, or an agreement where there is no period. */
export interface About {
  agreementId: string;
  period: string | null;
}
/** Sorts beside what it is about, so that one request finds both, and where nothing that a reporter is answered is read from. */
const forRegion = 'FOR-REGION';
export const aboutKey = ({ agreementId, period }: About): Key =>
  period === null ? agreementKey(agreementId) : headKey(agreementId, period);
export const commentKey = (about: About, at: string, id: string): Key => ({
  pk: aboutKey(about).pk,
  sk: `${forRegion}#${at}#${id}`,
});
/** Where what is read of a report begins, for those who hear the region's comments and for those who do not: events lie before. */
export const reportFrom = (hears: boolean): string => (hears ? `${forRegion}#` : 'HEAD');
/** Events lie before them and a report's head after; an agreement's present version lies before them, its others after. */
export const commentsAndAbout = (about: About): { pk: string; from: string; to: string } => {
  const { pk, sk } = aboutKey(about);
  return about.period === null ? { pk, from: sk, to: `${forRegion}$` } : { pk, from: reportFrom(true), to: sk };
};

/** Raised by every write of an agreement between the region and this actor about this initiative. */
export const pairKey = (actorId: string, initiativeId: string): Key => ({
  pk: `PAIR#${actorId}#${initiativeId}`,
  sk: 'PAIR',
});

export type LibraryKind =
  | 'strategy'
  | 'actor'
  | 'initiative'
  | 'indicator'
  | 'dimension'
  | 'question'
  | 'questionSet'
  | 'municipality'
  | 'agreement';
export const libraryPartition = (kind: LibraryKind) => `LIBRARY#${kind}`;
/** `order` keeps the source's order within the kind. */
export const libraryKey = (kind: LibraryKind, order: number, id: string): Key => ({
  pk: libraryPartition(kind),
  sk: `${padded(order)}#${id}`,
});
/** What was changed of a thing by the version that it made: written once, so nobody else can make that version too. */
export const changesPartition = (kind: ChangedKind, id: string) => `CHANGES#${kind}#${id}`;
export const changeKey = (kind: ChangedKind, id: string, version: number): Key => ({
  pk: changesPartition(kind, id),
  sk: padded(version),
});
/** Where each focus area is heading, in words. */
export const outlookPartition = 'OUTLOOK';
export const outlookKey = (focusArea: string): Key => ({ pk: outlookPartition, sk: focusArea });
/** What people enter and change that is no part of a register: it lies by itself, and by day with the others of its kind. */
export type RecordKind = 'activity' | 'dialogue' | 'decision' | 'lesson' | 'analysis' | 'assessment' | 'publication';
export const recordKey = (kind: RecordKind, id: string): Key => ({ pk: `RECORD#${kind}#${id}`, sk: 'RECORD' });
export const recordsPartition = (kind: RecordKind, actorId?: string) =>
  actorId === undefined ? `RECORDS#${kind}` : `RECORDS#${kind}#${actorId}`;
export const recordIndex = (kind: RecordKind, day: string, id: string, actorId: string | null) => ({
  gsi1pk: recordsPartition(kind),
  gsi1sk: `${day}#${id}`,
  ...(actorId === null ? {} : { gsi2pk: recordsPartition(kind, actorId), gsi2sk: `${day}#${id}` }),
});
/** Every version that was published of an area and a window, withdrawn ones too: what a later one is held against. */
export const publishedPartition = (areaId: string, window: string) => `PUBLISHED#${areaId}#${window}`;
export const publishedKey = (areaId: string, window: string, number: number): Key => ({
  pk: publishedPartition(areaId, window),
  sk: padded(number),
});
/** What anyone may see lies under a prefix of its own, and nothing else does: whoever reads for anyone reads only here. */
const publicPrefix = 'PUBLIC#';
export const publicListPartition = `${publicPrefix}LIST`;
export const publicListKey = (areaId: string, window: string): Key => ({
  pk: publicListPartition,
  sk: `${window}#${areaId}`,
});
export const publicPartition = (window: string) => `${publicPrefix}${window}`;
export const publicKey = (areaId: string, window: string): Key => ({ pk: publicPartition(window), sk: areaId });
export const publicStrategyKey: Key = { pk: `${publicPrefix}STRATEGY`, sk: 'STRATEGY' };
/** What is open of all that was agreed with an actor: an attribute for each dialogue. */
export const agreedKey = (actorId: string): Key => ({ pk: `AGREED#${actorId}`, sk: 'OPEN' });
/** A calendar feed is found by the hash of its secret; a person has one at most. */
export const feedKey = (hash: string): Key => ({ pk: `FEED#${hash}`, sk: 'FEED' });
export const feedOfKey = (personId: string): Key => ({ pk: `FEED-OF#${personId}`, sk: 'FEED' });
export const metaKey = (name: 'reference' | 'demo' | 'notices' | 'society' | 'demoSociety'): Key => ({
  pk: 'META',
  sk: name,
});

/** Society's indicators lie in partitions of their own: nothing that reads figures of results meets them. */
export const societalPartition = 'SOCIETAL';
export const societalGeographiesKey: Key = { pk: societalPartition, sk: 'GEOGRAPHIES' };
export const societalKey = (id: string): Key => ({ pk: societalPartition, sk: `INDICATOR#${id}` });
/** What became of an indicator's series when their sources were asked last. */
export const societalFetchedKey = (id: string): Key => ({ pk: societalPartition, sk: `FETCHED#${id}` });
export const societalValuesPartition = (id: string) => `SOCIETAL#${id}`;
/** All values of a series in one place: a country, a county or a municipality. */
export const societalValuesKey = (id: string, series: string, geography: string): Key => ({
  pk: societalValuesPartition(id),
  sk: `${series}#${geography}`,
});
export const societalPlacePartition = (geography: string) => `SOCIETAL#${geography}`;
export const societalIndex = (geography: string, id: string, series: string) => ({
  gsi1pk: societalPlacePartition(geography),
  gsi1sk: `${id}#${series}`,
});

export const summaryPartition = (book: Book, year: string) => `SUMMARY#${book}#${year}`;
export const partsPartition = (book: Book, year: string) => `PARTS#${book}#${year}`;
export const contributionPartition = (book: Book, focusArea: string) => `CONTRIBUTION#${book}#${focusArea}`;
export const contributionPeriod = (periodEnd: string, period: string) => `${periodEnd}#${period}#`;
export const contributionKey = (
  book: Book,
  focusArea: string,
  periodEnd: string,
  period: string,
  agreementId: string,
  version: number,
): Key => ({
  pk: contributionPartition(book, focusArea),
  sk: `${contributionPeriod(periodEnd, period)}${agreementId}#${padded(version)}`,
});
export const chainKey = (chain: string, book: Book): Key => ({ pk: `CHAIN#${chain}`, sk: book });
export const ledgerPartition = (year: string) => `LEDGER#${year}`;
/** Sorts after everything of that instant and before the next: a `#` follows the instant in a key. */
export const afterInstant = (at: string): string => `${at}$`;
export const ledgerKey = (year: string, at: string, agreementId: string, period: string, event: number): Key => ({
  pk: ledgerPartition(year),
  sk: `${at}#${agreementId}#${period}#${padded(event)}`,
});

/** The number of the report's event that a ledger entry is of, by its key. */
export const eventOfLedger = (sk: string): number => Number(sk.split('#').at(-1));

export const actorPartition = (actorId: string) => `ACTOR#${actorId}`;
export const actorIndex = (actorId: string, periodEnd: string, agreementId: string, period: string) => ({
  gsi1pk: actorPartition(actorId),
  gsi1sk: `${periodEnd}#${agreementId}#${period}`,
});
export const submittedPartition = 'STATE#submitted';
export const submittedIndex = (submittedAt: string, agreementId: string, period: string) => ({
  gsi2pk: submittedPartition,
  gsi2sk: `${submittedAt}#${agreementId}#${period}`,
});
/** Approved reports that their actors have asked to correct, the one that has waited longest first. */
export const reopenPartition = 'REOPEN#requested';
export const reopenIndex = (askedAt: string, agreementId: string, period: string) => ({
  gsi2pk: reopenPartition,
  gsi2sk: `${askedAt}#${agreementId}#${period}`,
});
export const periodPartition = (period: string) => `PERIOD#${period}`;
export const periodIndex = (period: string, agreementId: string) => ({
  gsi3pk: periodPartition(period),
  gsi3sk: agreementId,
});

export const peoplePartition = 'PEOPLE';
export const personKey = (id: string): Key => ({ pk: peoplePartition, sk: id });
/** One account an e-mail address; it finds a person for the region's own tools and never signs anyone in. */
export const emailKey = (email: string): Key => ({ pk: `EMAIL#${email.trim().toLowerCase()}`, sk: 'EMAIL' });
export const identityKey = (issuer: string, subject: string): Key => ({
  pk: `IDENTITY#${issuer}#${subject}`,
  sk: 'IDENTITY',
});
/** Sessions, tokens, invitations and sign-ins under way are found by the hash of their secret, never by the secret. */
export const sessionKey = (hash: string): Key => ({ pk: `SESSION#${hash}`, sk: 'SESSION' });
export const tokenKey = (hash: string): Key => ({ pk: `TOKEN#${hash}`, sk: 'TOKEN' });
export const invitationKey = (hash: string): Key => ({ pk: `INVITATION#${hash}`, sk: 'INVITATION' });
export const signInKey = (hash: string): Key => ({ pk: `SIGNIN#${hash}`, sk: 'SIGNIN' });
/** Where a person is signed in, newest last. `id` is not the secret nor its hash. */
export const sessionIndex = (personId: string, createdAt: string, id: string) => ({
  gsi1pk: `SIGNED-IN#${personId}`,
  gsi1sk: `${createdAt}#${id}`,
});
/** A person's tokens, newest last. */
export const credentialIndex = (personId: string, createdAt: string) => ({
  gsi1pk: `CREDENTIAL#${personId}`,
  gsi1sk: createdAt,
});

/** Who is reading a file into the registers, if anybody is: nobody else writes in them meanwhile. */
export const importHoldKey: Key = { pk: 'IMPORT', sk: 'HOLD' };
/** What a file asks to have written, kept until it is. */
export const importPartition = (id: string) => `IMPORT#${id}`;
export const importPartKey = (id: string, n: number): Key => ({ pk: importPartition(id), sk: padded(n) });

/** A person's packs lie together, so that nobody else's can be asked for. */
export const packsPrefix = 'PACKS#';
export const packsPartition = (personId: string) => `${packsPrefix}${personId}`;
export const packKey = (personId: string, id: string): Key => ({ pk: packsPartition(personId), sk: id });
/** Whose pack a record of the stream is of, and which; none where the keys are of something else. */
export const packOfRecord = ({ pk, sk }: Key): { personId: string; id: string } | undefined =>
  pk.startsWith(packsPrefix) ? { personId: pk.slice(packsPrefix.length), id: sk } : undefined;
/** What a pack says, and each file made of it: more than an item holds, so in parts. */
export type PackPart = 'CONTENT' | `FILE#${string}`;
export const packPartsPrefix = 'PACK#';
export const packPartition = (id: string) => `${packPartsPrefix}${id}`;
export const packPartPrefix = (part: PackPart) => `${part}#`;
export const packPartKey = (id: string, part: PackPart, n: number): Key => ({
  pk: packPartition(id),
  sk: `${packPartPrefix(part)}${padded(n)}`,
});

export const idempotencyKey = (personId: string, route: string, key: string): Key => ({
  pk: `IDEMPOTENCY#${personId}`,
  sk: `${route}#${key}`,
});

/** What is searched in: documents, how often they have changed, and which of them changed when, for a while. */
export const searchPartition = 'SEARCH';
export const searchRevisionKey: Key = { pk: searchPartition, sk: 'REVISION' };
export const documentPrefix = 'DOCUMENT#';
export const documentKey = (id: string): Key => ({ pk: searchPartition, sk: `${documentPrefix}${id}` });
export const searchChangesPartition = 'SEARCH#CHANGES';
/** Revisions are many: they have more figures than other numbers in keys. */
export const searchChangeKey = (revision: number): Key => ({
  pk: searchChangesPartition,
  sk: String(revision).padStart(12, '0'),
});
/** What of the product an event of the table's stream may have changed the documents of; none of what is not searched in. */
export type Changed =
  | { of: 'report'; agreementId: string; period: string }
  | { of: 'agreement'; id: string }
  | { of: 'record'; kind: string; id: string }
  | { of: 'initiative'; id: string; order: number };
export function changedBy(key: Key): Changed | undefined {
  const report = reportOfEvent(key);
  if (report) return { of: 'report', ...report };
  const [prefix, kind, id, ...more] = key.pk.split('#');
  if (more.length > 0 || !kind) return undefined;
  if (prefix === 'AGREEMENT' && id === undefined && key.sk === agreementKey(kind).sk)
    return { of: 'agreement', id: kind };
  if (prefix === 'RECORD' && id) return { of: 'record', kind, id };
  const [, order, initiative] = /^(\d+)#(.+)$/.exec(key.sk) ?? [];
  if (key.pk !== libraryPartition('initiative') || !initiative) return undefined;
  return { of: 'initiative', id: initiative, order: Number(order) };
}

/** The report that an event of the table's stream is of; none where the keys are of something else. */
export function reportOfEvent({ pk, sk }: Key): { agreementId: string; period: string } | undefined {
  const [prefix, agreementId, period, ...more] = pk.split('#');
  if (prefix !== 'REPORT' || !agreementId || !period || more.length > 0 || !sk.startsWith('EVENT#')) return undefined;
  return { agreementId, period };
}
/** The report or agreement that a comment is about, and the comment's id, by its key; none where the keys are of something else. */
export function commentOfEvent({ pk, sk }: Key): { about: About; id: string } | undefined {
  const [prefix, agreementId, period, ...more] = pk.split('#');
  const [kind, , id, ...rest] = sk.split('#');
  if (kind !== forRegion || !agreementId || !id || more.length + rest.length > 0) return undefined;
  if (prefix === 'REPORT' && period) return { about: { agreementId, period }, id };
  return prefix === 'AGREEMENT' && period === undefined ? { about: { agreementId, period: null }, id } : undefined;
}
/** What somebody is to be told of, or has been: one item an event and person, so that nobody is told twice. */
export const noticePartition = (personId: string) => `NOTICE#${personId}`;
export const noticeKey = (personId: string, agreementId: string, period: string, event: number): Key => ({
  pk: noticePartition(personId),
  sk: `${agreementId}#${period}#${padded(event)}`,
});
export const commentNoticeKey = (personId: string, commentId: string): Key => ({
  pk: noticePartition(personId),
  sk: `COMMENT#${commentId}`,
});
export const outboxKey = (id: string): Key => ({ pk: `OUTBOX#${id}`, sk: 'OUTBOX' });
/** Letters by what has become of them: those to send by when, the others by when it happened. */
export const outboxPartition = (state: string) => `OUTBOX#${state}`;
export const outboxIndex = (state: string, at: string, id: string) => ({
  gsi2pk: outboxPartition(state),
  gsi2sk: `${at}#${id}`,
});
export const preferencesPartition = 'PREFERENCES';
export const preferencesKey = (personId: string): Key => ({ pk: preferencesPartition, sk: personId });
/** People whose mail did not arrive. */
export const undeliveredPartition = 'UNDELIVERED';
export const undeliveredKey = (personId: string): Key => ({ pk: undeliveredPartition, sk: personId });
