import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  hashText,
  receiptHash,
  registrationNumber,
  type ReceiptContent,
} from '@insatskollen/shared/reports/receipt.ts';
import { ratio, value } from '../samples.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const salts = { done: 'salt-one', next: 'salt-two' };
const texts = { done: 'Tre kurser.', next: 'Mer av samma.' };

const content = (more: Partial<ReceiptContent> = {}): ReceiptContent => ({
  agreementId: 'almi-2026',
  agreementVersion: 2,
  period: '2026-Q1',
  version: 1,
  submittedAt: '2026-04-07T09:00:00.000Z',
  values: { started: value('12', { gender: { women: '7', men: '5' } }), share: ratio('12', '40') },
  textHashes: { done: hashText(salts.done, texts.done, sha256), next: hashText(salts.next, texts.next, sha256) },
  ...more,
});
const hash = (more?: Partial<ReceiptContent>) => receiptHash(content(more), sha256);

describe('the receipt', () => {
  test('is the SHA-256 of the canonical form of what was submitted', () => {
    const form =
      '{"agreementId":"almi-2026","agreementVersion":2,"period":"2026-Q1","submittedAt":"2026-04-07T09:00:00.000Z",' +
      `"textHashes":{"done":"${sha256('salt-one\nTre kurser.')}","next":"${sha256('salt-two\nMer av samma.')}"},` +
      '"values":{"share":{"denominator":"40","kind":"ratio","numerator":"12"},' +
      '"started":{"breakdowns":{"gender":{"men":"5","women":"7"}},"kind":"value","value":"12"}},"version":1}';
    expect(hash()).toBe(sha256(form));
    expect(hash()).toMatch(/^[0-9a-f]{64}$/);
  });

  test('does not depend on the order in which fields were filled in', () => {
    const { share, started } = content().values;
    if (!share || !started) throw new Error('both were answered');
    expect(hash({ values: { share, started } })).toBe(hash());
  });

  test.each<[string, Partial<ReceiptContent>]>([
    ['a number', { values: { ...content().values, started: value('13') } }],
    ['a part', { values: { ...content().values, started: value('12', { gender: { women: '5', men: '7' } }) } }],
    ['a comment', { values: { ...content().values, started: { ...value('12'), comment: 'a' } } }],
    ['a text', { textHashes: { ...content().textHashes, done: hashText(salts.done, 'Fyra kurser.', sha256) } }],
    ['a text taken away without trace', { textHashes: {} }],
    ['the agreement', { agreementId: 'nfc-2026' }],
    ['its version', { agreementVersion: 3 }],
    ['the period', { period: '2026-Q2' }],
    ['the version', { version: 2 }],
    ['the time', { submittedAt: '2026-04-07T09:00:00.001Z' }],
  ])('changes with %s', (_what, more) => {
    expect(hash(more)).not.toBe(hash());
  });

  test('still verifies when a text had to be removed by law: its hash stays, and says nothing of it', () => {
    const kept = content();
    const removed = { ...kept, textHashes: { ...kept.textHashes } };
    expect(receiptHash(removed, sha256)).toBe(hash());
    expect(JSON.stringify(removed)).not.toContain(texts.done);
    // Without its salt, a guess at the text cannot be tried against the hash.
    expect(hashText('another salt', texts.done, sha256)).not.toBe(kept.textHashes['done']);
  });

  test('the same text under two salts has two hashes', () => {
    expect(hashText('a', 'text', sha256)).not.toBe(hashText('b', 'text', sha256));
    expect(hashText('a', 'b\nc', sha256)).toBe(sha256('a\nb\nc'));
  });

  test('takes nothing more than it vouches for', () => {
    const more = { ...content(), text: 'Tre kurser.' };
    expect(receiptHash(more, sha256)).toBe(hash());
  });

  test('a version received has a registration number of agreement, period and version', () => {
    expect(registrationNumber('almi-2026', '2026-Q1', 2)).toBe('ALMI-2026/2026-Q1/2');
  });
});
