import { CommentSchema, type Comment } from '@insatskollen/shared/comments/comment.ts';
import type { Item } from '../table/client.ts';

/** A comment from the item that holds it. */
export const readComment = (item: Item): Comment => CommentSchema.parse(item['comment']);
