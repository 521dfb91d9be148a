import type { Comment } from '@insatskollen/shared/comments/comment.ts';
import { reportAccess, seesComments } from '@insatskollen/shared/people/permissions.ts';
import type { Person } from '@insatskollen/shared/people/person.ts';
import { Refused } from '@insatskollen/shared/refusals.ts';
import { readAgreement } from '../agreements/store.ts';
import { readHead } from '../reports/headStore.ts';
import { forPermission } from '../reports/load.ts';
import type { Item, Table, TransactWrite } from '../table/client.ts';
import { aboutKey, commentKey, commentsAndAbout, type About } from '../table/keys.ts';
import { readComment } from './commentItem.ts';

/** Whose report or agreement it is, and about which initiative: what those are told who are told of a comment. */
interface Of {
  actorId: string;
  initiativeId: string;
}
/** What is said of a report or an agreement, oldest first. */
export interface Said {
  about: About;
  of: Of;
  comments: Comment[];
}

/**
 * The comments with what they are about, in one request. 404 where that is not there or, for a report, not the person's to know of:
 * a leader or a department knows of no report before it was approved. 403 for whoever reports for the actor, whatever else they are.
 */
export async function commentsOn(table: Table, about: About, person: Person): Promise<Said> {
  const { pk, from, to } = commentsAndAbout(about);
  const items = await table.queryAll({
    KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
    ExpressionAttributeValues: { ':pk': pk, ':from': from, ':to': to },
    ConsistentRead: true,
  });
  const { sk } = aboutKey(about);
  const whole = items.find((item) => item['sk'] === sk);
  if (!whole) throw new Refused('notFound');
  const { actorId, initiativeId } = about.period === null ? readAgreement(whole) : reportFor(person, whole);
  if (!seesComments(person, actorId)) throw new Refused('notAllowed');
  return {
    about,
    of: { actorId, initiativeId },
    comments: items.filter((item) => item['sk'] !== sk).map(readComment),
  };
}

function reportFor(person: Person, item: Item): Of {
  const head = readHead(item);
  if (reportAccess(person, forPermission(head)) === 'none') throw new Refused('notFound');
  return head;
}

/** The write of a new comment, or of one that is taken back. */
export const commentWrite = ({ about, of }: Pick<Said, 'about' | 'of'>, comment: Comment): TransactWrite => ({
  Put: {
    Item: { ...commentKey(about, comment.at, comment.id), ...of, comment },
    ConditionExpression: comment.withdrawnAt === null ? 'attribute_not_exists(pk)' : 'attribute_exists(pk)',
  },
});
