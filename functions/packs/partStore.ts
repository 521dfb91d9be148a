import { PackContentSchema, type PackContent } from '@insatskollen/shared/packs/content.ts';
import type { PackFormat } from '@insatskollen/shared/packs/kinds.ts';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { packPartition, packPartKey, packPartPrefix, type PackPart } from '../table/keys.ts';
import type { Pack } from './packStore.ts';

/** An item of the table holds 400 kB. */
const PART_BYTES = 300_000;
const BytesSchema = z.instanceof(Uint8Array);

/** Keeps bytes of a pack in parts. Kept again they are the same items, so whoever begins anew doubles nothing. */
async function keep(deps: Deps, pack: Pack, part: PackPart, bytes: Uint8Array): Promise<void> {
  const { expiresAtEpochSeconds } = pack;
  for (let n = 0; n * PART_BYTES < bytes.length; n++)
    await deps.table.put({
      Item: {
        ...packPartKey(pack.id, part, n),
        bytes: bytes.subarray(n * PART_BYTES, (n + 1) * PART_BYTES),
        expiresAtEpochSeconds,
      },
    });
}

async function kept(deps: Deps, { id }: Pack, part: PackPart): Promise<Buffer> {
  const items = await deps.table.queryAll({
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :part)',
    ExpressionAttributeValues: { ':pk': packPartition(id), ':part': packPartPrefix(part) },
    ConsistentRead: true,
  });
  return Buffer.concat(items.map((item) => BytesSchema.parse(item['bytes'])));
}

/** Keeps what a pack says. */
export const keepContent = (deps: Deps, pack: Pack, content: PackContent): Promise<void> =>
  keep(deps, pack, 'CONTENT', Buffer.from(JSON.stringify(content)));

export const keptContent = async (deps: Deps, pack: Pack): Promise<PackContent> =>
  PackContentSchema.parse(JSON.parse((await kept(deps, pack, 'CONTENT')).toString('utf8')));

export const keepFile = (deps: Deps, pack: Pack, format: PackFormat, bytes: Uint8Array): Promise<void> =>
  keep(deps, pack, `FILE#${format}`, bytes);

/** A file as it was made, of as many bytes as the pack says: a part of an earlier and longer try is left out. */
export async function keptFile(deps: Deps, pack: Pack, format: PackFormat): Promise<Buffer | undefined> {
  const file = pack.files.find((one) => one.format === format);
  if (!file) return undefined;
  return (await kept(deps, pack, `FILE#${format}`)).subarray(0, file.bytes);
}
