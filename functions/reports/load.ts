import type { Agreement, Terms } from '@insatskollen/shared/agreements/agreement.ts';
import {
  can,
  reportAccess,
  seesComments,
  type ReportAccess,
  type ReportForPermission,
} from '@insatskollen/shared/people/permissions.ts';
import type { Comment } from '@insatskollen/shared/comments/comment.ts';
import type { Person } from '@insatskollen/shared/people/person.ts';
import type { EarlierReport } from '@insatskollen/shared/reports/advice.ts';
import type { Head } from '@insatskollen/shared/reports/head.ts';
import { Refused } from '@insatskollen/shared/refusals.ts';
import { withheldFrom } from '@insatskollen/shared/agreements/confidential.ts';
import { agreementById, readAgreement } from '../agreements/store.ts';
import { knownTerms, readTerms } from '../agreements/termsStore.ts';
import { readLeft } from '../dialogues/openStore.ts';
import type { Table } from '../table/client.ts';
import { readComment } from '../comments/commentItem.ts';
import {
  agreedKey,
  agreementKey,
  agreementVersionKey,
  draftKey,
  headKey,
  reportFrom,
  reportPartition,
  versionKey,
} from '../table/keys.ts';
import { readDraft, type StoredDraft } from './draftStore.ts';
import { readHead } from './headStore.ts';
import { readRemark, type Remark } from './remarkStore.ts';
import { earlierReports } from './seriesStore.ts';
import { readVersion, type Version } from './versionStore.ts';

/** What the rules of permission ask of a report. */
export const forPermission = (head: Head): ReportForPermission => ({
  actorId: head.actorId,
  everApproved: head.approvedVersions.length > 0,
  authors: head.authors,
});

/** How the person may see this report; 404 where it is not theirs to know of. */
function accessOr404(person: Person, head: Head): Exclude<ReportAccess, 'none'> {
  const access = reportAccess(person, forPermission(head));
  if (access === 'none') throw new Refused('notFound');
  return access;
}

/** A report with its remarks, and how the person may see it. */
export interface Opened {
  head: Head;
  remarks: Remark[];
  access: Exclude<ReportAccess, 'none'>;
  /** What the region says of it within itself, the oldest first; `null` for those who do not hear it. */
  comments: Comment[] | null;
}

/** Head, remarks and comments in one request; 404 for what is not there and for what is not theirs, alike. */
export async function openReport(table: Table, agreementId: string, period: string, person: Person): Promise<Opened> {
  const items = await table.queryAll({
    KeyConditionExpression: 'pk = :pk AND sk >= :from',
    ExpressionAttributeValues: {
      ':pk': reportPartition(agreementId, period),
      ':from': reportFrom(can(person, 'comment.read')),
    },
    ConsistentRead: true,
  });
  const at = items.findIndex((item) => item['sk'] === headKey(agreementId, period).sk);
  const [whole, ...rest] = at < 0 ? [] : items.slice(at);
  if (!whole) throw new Refused('notFound');
  const head = readHead(whole);
  const access = accessOr404(person, head);
  const ofLatestReturn = `REMARK#${String(head.remarksOf ?? 0).padStart(6, '0')}#`;
  const remarks = rest.filter((item) => String(item['sk']).startsWith(ofLatestReturn)).map(readRemark);
  const comments = seesComments(person, head.actorId) ? items.slice(0, at).map(readComment) : null;
  return { head, remarks, access, comments };
}

/** Everything beside the head that the person may see of a report's contents. */
export interface Contents {
  terms: Terms;
  /** Only ever for the actor (requirement L3). */
  draft: StoredDraft | undefined;
  /** The latest version that the person may see, and the one before it. */
  latest: Version | undefined;
  before: Version | undefined;
  earlier: EarlierReport[];
  /** What dialogues with the actor left to be done; nothing for those whom it does not concern. */
  agreed: ReturnType<typeof readLeft>;
  /** The agreement as it is now, for those from whom some of the answers may be kept (requirement L4). */
  agreementNow: Agreement | undefined;
}

/** Draft, versions and terms in one request; earlier periods in another. */
export async function readContents(table: Table, { head, access }: Pick<Opened, 'head' | 'access'>): Promise<Contents> {
  const { agreementId, period } = head;
  const seen =
    access === 'approvedOnly' ? head.approvedVersions : Array.from({ length: head.version }, (_, n) => n + 1);
  const [latest, before] = seen.slice(-2).reverse();
  const terms = knownTerms(table, agreementId, head.agreementVersion);
  const keys = {
    draft: access === 'actor' && head.hasDraft ? draftKey(agreementId, period) : undefined,
    latest: latest === undefined ? undefined : versionKey(agreementId, period, latest),
    before: before === undefined ? undefined : versionKey(agreementId, period, before),
    terms: terms ? undefined : agreementVersionKey(agreementId, head.agreementVersion),
    agreement: access === 'approvedOnly' ? agreementKey(agreementId) : undefined,
    agreed: access === 'approvedOnly' || head.state === 'approved' ? undefined : agreedKey(head.actorId),
  };
  const wanted = Object.values(keys).filter((key) => key !== undefined);
  const [items, earlier] = await Promise.all([
    wanted.length > 0 ? table.getMany(wanted) : [],
    earlierReports(table, head, access === 'approvedOnly' ? 'approved' : 'latest'),
  ]);
  const item = (key: (typeof wanted)[number] | undefined) => (key ? items[wanted.indexOf(key)] : undefined);
  const version = (key: (typeof wanted)[number] | undefined) => {
    const found = item(key);
    return found && readVersion(found);
  };
  const agreement = item(keys.agreement);
  return {
    terms: terms ?? readTerms(table, item(keys.terms)),
    draft: readDraft(item(keys.draft)),
    latest: version(keys.latest),
    before: version(keys.before),
    earlier,
    agreed: readLeft(item(keys.agreed)),
    agreementNow: agreement && readAgreement(agreement),
  };
}

/** What of a report's answers is confidential to this reader. As the agreement says now, whatever it said when the report was begun. */
export async function withheldIn(
  table: Table,
  { head, access }: Opened,
  person: Person,
): Promise<ReturnType<typeof withheldFrom>> {
  const agreement = access === 'approvedOnly' ? await agreementById(table, head.agreementId) : undefined;
  return agreement ? withheldFrom(person, agreement) : [];
}
