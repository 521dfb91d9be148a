import { ActionSchema, openActions, type Dialogue } from '@insatskollen/shared/dialogues/dialogue.ts';
import { z } from 'zod';
import type { Item, TransactWrite } from '../table/client.ts';
import { agreedKey } from '../table/keys.ts';

/** An open action, and the dialogue that it was agreed in. */
export const AgreedSchema = ActionSchema.extend({ dialogueId: z.string(), day: z.string(), actorId: z.string() });
type Agreed = z.infer<typeof AgreedSchema>;
const LeftSchema = z.array(AgreedSchema);

/**
 * Keeps what a dialogue leaves to be done where the actor's reports read it, for the same transaction. Each dialogue has an attribute
 * of its own there, so that two of them never get in each other's way.
 */
export function leftWrite(dialogue: Dialogue): TransactWrite {
  const left = openActions([dialogue]);
  const of = { Key: agreedKey(dialogue.actorId), ExpressionAttributeNames: { '#dialogue': `d-${dialogue.id}` } };
  return left.length === 0
    ? { Update: { ...of, UpdateExpression: 'REMOVE #dialogue' } }
    : { Update: { ...of, UpdateExpression: 'SET #dialogue = :left', ExpressionAttributeValues: { ':left': left } } };
}

/** What is open of all that was agreed with an actor, by the day it is due. */
export const readLeft = (item: Item | undefined): Agreed[] =>
  Object.entries(item ?? {})
    .filter(([name]) => name.startsWith('d-'))
    .flatMap(([, left]) => LeftSchema.parse(left))
    .toSorted((a, b) => a.due.localeCompare(b.due) || a.text.localeCompare(b.text, 'sv'));
