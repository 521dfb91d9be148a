import { OutlookSchema, type Outlook } from '@insatskollen/shared/strategy/outlook.ts';
import type { Deps } from '../deps.ts';
import { changeWrite } from '../history/changes.ts';
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

/** The writes of the outlook that follows on `before`, with its event. They fail when somebody else was first. */
export function outlookWrites(
  deps: Pick<Deps, 'businessNow'>,
  before: Outlook,
  change: { text: string; by: string; reason?: string | undefined },
): { after: Outlook; writes: TransactWrite[] } {
  const { focusArea, version } = before;
  const { text, by, reason } = change;
  const after = { focusArea, text, version: version + 1, changedAt: deps.businessNow().toISOString() };
  const put: TransactWrite = {
    Put: {
      Item: { ...outlookKey(focusArea), ...after },
      ConditionExpression: 'attribute_not_exists(pk) OR #version = :before',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':before': version },
    },
  };
  const event = changeWrite(deps, {
    kind: 'outlook',
    id: focusArea,
    version: after.version,
    what: version === 0 ? 'created' : 'changed',
    by,
    reason,
    before: { text: before.text },
    after: { text },
  });
  return { after, writes: [put, event] };
}
