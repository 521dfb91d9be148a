import { AnswersSchema, type Entry } from '@insatskollen/shared/reports/answers.ts';
import type { Sha256 } from '@insatskollen/shared/reports/events.ts';
import {
  hashText,
  receiptHash,
  registrationNumber,
  type ReceiptContent,
} from '@insatskollen/shared/reports/receipt.ts';
import { z } from 'zod';
import type { Item, Table, TransactWrite } from '../table/client.ts';
import { versionKey } from '../table/keys.ts';

const VersionSchema = z.object({
  agreementId: z.string(),
  period: z.string(),
  version: z.coerce.number(),
  agreementVersion: z.coerce.number(),
  submittedAt: z.string(),
  submittedBy: z.string(),
  answers: z.string().transform((text) => AnswersSchema.parse(JSON.parse(text))),
  /** One salt a text, so that a text removed by law leaves the rest verifiable. */
  salts: z.record(z.string(), z.string()),
  textHashes: z.record(z.string(), z.string()),
  sha256: z.string(),
  registrationNumber: z.string(),
});
/** What was submitted, for ever as it was. */
export type Version = z.infer<typeof VersionSchema>;

export const readVersion = (item: Item): Version => VersionSchema.parse(item);

const receiptContent = (version: Version): ReceiptContent => ({ ...version, values: version.answers.values });

/** Makes a version of what is submitted; `salt` is a fresh unguessable text for each call. */
export function sealVersion(
  submitted: Omit<Version, 'salts' | 'textHashes' | 'sha256' | 'registrationNumber'>,
  salt: () => string,
  sha256: Sha256,
): Version {
  const salts: Record<string, string> = {};
  const textHashes: Record<string, string> = {};
  for (const [id, text] of Object.entries(submitted.answers.texts)) {
    const own = salt();
    salts[id] = own;
    textHashes[id] = hashText(own, text, sha256);
  }
  const sealed: Version = {
    ...submitted,
    salts,
    textHashes,
    sha256: '',
    registrationNumber: registrationNumber(submitted.agreementId, submitted.period, submitted.version),
  };
  return { ...sealed, sha256: receiptHash(receiptContent(sealed), sha256) };
}

/** True when the version still is what its receipt vouches for; a text that is no longer there is not held against it. */
export function isSealed(version: Version, sha256: Sha256): boolean {
  const textsHold = Object.entries(version.answers.texts).every(
    ([id, text]) => version.textHashes[id] === hashText(version.salts[id] ?? '', text, sha256),
  );
  return textsHold && version.sha256 === receiptHash(receiptContent(version), sha256);
}

export const versionItem = (version: Version): Item => ({
  ...versionKey(version.agreementId, version.period, version.version),
  ...version,
  answers: JSON.stringify(version.answers),
});

/** A version is written once and never again. */
export const putVersion = (version: Version): TransactWrite => ({
  Put: { Item: versionItem(version), ConditionExpression: 'attribute_not_exists(pk)' },
});

/** The values of some versions of a report by number, in one request. */
export async function valuesOf(
  table: Table,
  report: { agreementId: string; period: string },
  versions: readonly (number | null)[],
): Promise<Map<number, Record<string, Entry>>> {
  const wanted = [...new Set(versions)].filter((version) => version !== null && version > 0);
  if (wanted.length === 0) return new Map();
  const items = await table.getMany(wanted.map((n) => versionKey(report.agreementId, report.period, n ?? 0)));
  return new Map(
    items
      .filter((item) => item !== undefined)
      .map(readVersion)
      .map((v) => [v.version, v.answers.values]),
  );
}
