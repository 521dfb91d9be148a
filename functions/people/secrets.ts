import { createHash, randomBytes } from 'node:crypto';

const TOKEN_PREFIX = 'ik_';

/** 256 random bits as 43 characters that fit in an address or a cookie. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** A secret for an API token; its prefix lets scanners for leaked secrets find it. */
export const newTokenSecret = (): string => TOKEN_PREFIX + newSecret();

/** Whether a text could be one of our secrets. What could not be is refused without asking the table. */
export const isSecret = (text: string): boolean => /^[\w-]{43}$/.test(text);
export const isTokenSecret = (text: string): boolean =>
  text.startsWith(TOKEN_PREFIX) && isSecret(text.slice(TOKEN_PREFIX.length));

/** What is stored of a secret: SHA-256 in hex. The secrets are random, so that no salt is needed. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
