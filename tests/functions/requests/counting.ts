import { BatchGetCommand, GetCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { Send } from '@insatskollen/functions/table/client.ts';

type Sent = Parameters<Send>[0];

/** A way to the table that notes each request as it leaves this process, tries again included. */
export function counting() {
  const sent: string[] = [];
  return {
    wrap:
      (send: Send): Send =>
      (command) => {
        sent.push(told(command));
        return send(command);
      },
    /** What was asked of the table while something was done. Who is asking (session, token, person) is told apart. */
    async during(act: () => Promise<unknown>): Promise<{ table: string[]; who: string[] }> {
      sent.length = 0;
      await act();
      const isWho = (request: string) => /^(?:Get|Write) (?:SESSION|TOKEN|PEOPLE)$/.test(request);
      return { table: sent.filter((one) => !isWho(one)), who: sent.filter(isWho) };
    },
  };
}

/** A request in a few words: what it does, and to which kinds of keys. */
function told(command: Sent): string {
  if (command instanceof GetCommand) return `Get ${kind(command.input.Key?.['pk'])}`;
  if (command instanceof QueryCommand) return `Query ${kind(command.input.ExpressionAttributeValues?.[':pk'])}`;
  if (command instanceof BatchGetCommand) {
    const keys = Object.values(command.input.RequestItems ?? {}).flatMap(({ Keys }) => Keys ?? []);
    return `BatchGet ${[...new Set(keys.map((key) => kind(key['pk'])))].sort().join(' ')}`;
  }
  if (command instanceof TransactWriteCommand) {
    const writes = command.input.TransactItems ?? [];
    const keys = writes.map(({ Put, Update, Delete, ConditionCheck }) =>
      kind(Put?.Item?.['pk'] ?? Update?.Key?.['pk'] ?? Delete?.Key?.['pk'] ?? ConditionCheck?.Key?.['pk']),
    );
    return `Write ${[...new Set(keys)].sort().join(' ')}`;
  }
  return command.constructor.name;
}

const kind = (pk: unknown): string => String(pk).split('#')[0] ?? '';
