import { OutlookSchema, type Outlook } from '@insatskollen/shared/strategy/outlook.ts';
import type { Item, Table, TransactWrite } from '../table/client.ts';
import { outlookKey, outlookPartition } from '../table/keys.ts';
import { withPlainNumbers } from '../table/numbers.ts';

const unwritten = (focusArea: string): Outlook => ({ focusArea, text: '', version: 0, changedAt: null });

/** A focus area's outlook as it is now. */
export async function outlookOf(table: Table, focusArea: string): Promise<Outlook> {
  const item = await table.get(outlookKey(focusArea));
  return item ? outlookIn(item) : unwritten(focusArea);
}

/** All that are written. */
export async function allOutlooks(table: Table): Promise<Outlook[]> {
  const items = await table.queryAll({
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': outlookPartition },
  });
  return items.map(outlookIn);
}

const outlookIn = (item: Item): Outlook => OutlookSchema.parse(withPlainNumbers(item));

/** The write of the outlook that follows on `before`. */
export function outlookWrite(before: Outlook, text: string, changedAt: string): TransactWrite {
  const { focusArea, version } = before;
  return {
    Put: {
      Item: { ...outlookKey(focusArea), focusArea, text, version: version + 1, changedAt },
      ConditionExpression: 'attribute_not_exists(pk) OR #version = :before',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':before': version },
    },
  };
}
