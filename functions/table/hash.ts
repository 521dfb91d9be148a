import { createHash } from 'node:crypto';

/** SHA-256 of a text, in hex: handed to the pure rules, which have no access to a platform. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
