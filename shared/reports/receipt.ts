import { canonicalJson } from '../canonicalJson.ts';
import type { Entry } from './answers.ts';
import type { Sha256 } from './events.ts';

/** What a receipt vouches for. Texts are there as salted hashes, so that one removed by law leaves the rest verifiable. */
export interface ReceiptContent {
  agreementId: string;
  agreementVersion: number;
  period: string;
  version: number;
  submittedAt: string;
  values: Record<string, Entry>;
  textHashes: Record<string, string>;
}

/** Hash of one text under its own salt. */
export const hashText = (salt: string, text: string, sha256: Sha256): string => sha256(`${salt}\n${text}`);

/** SHA-256, in hex, over the RFC 8785 form of exactly what was submitted. */
export function receiptHash(content: ReceiptContent, sha256: Sha256): string {
  const { agreementId, agreementVersion, period, version, submittedAt, values, textHashes } = content;
  return sha256(canonicalJson({ agreementId, agreementVersion, period, version, submittedAt, values, textHashes }));
}

/** Registration number of a received version: agreement, period, running number of the version. */
export const registrationNumber = (agreementId: string, period: string, version: number): string =>
  `${agreementId}/${period}/${version}`.toUpperCase();
