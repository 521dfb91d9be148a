import { randomBytes } from 'node:crypto';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** A new opaque id: 26 characters that hold 130 random bits, none of which is easily read as another. */
export const newId = (): string =>
  Array.from(randomBytes(26), (byte) => alphabet.charAt(byte % alphabet.length)).join('');
