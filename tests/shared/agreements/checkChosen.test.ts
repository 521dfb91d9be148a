import type { Agreement } from '@insatskollen/shared/agreements/agreement.ts';
import { checkChosen } from '@insatskollen/shared/agreements/checkChosen.ts';
import { expect, test } from 'vitest';
import { terms } from '../samples.ts';

const agreement: Agreement = {
  ...terms(),
  actorId: 'katec',
  indicators: [
    { indicatorId: 'old', required: true, breakdowns: [], targets: {} },
    { indicatorId: 'new', required: true, breakdowns: [], targets: {} },
  ],
  questions: ['new', 'old'],
};
const registers = {
  actors: new Map([['katec', { endedAt: '2026-11-01' }]]),
  indicators: new Map([
    ['old', { retiredAt: '2026-11-01' }],
    ['new', {}],
  ]),
  questions: new Map([
    ['old', { retiredAt: '2026-11-01' }],
    ['new', { retiredAt: null }],
  ]),
};
const faults = (before?: Agreement) =>
  checkChosen(agreement, before, registers).map(({ path, code }) => `${path} ${code}`);

test('a new agreement takes up nothing that has ended or been retired', () => {
  expect(faults()).toEqual(['actorId actorEnded', 'indicators.0.indicatorId retired', 'questions.1 retiredQuestion']);
});

test('an agreement keeps what it had, and takes up nothing more of it', () => {
  expect(faults(agreement)).toEqual([]);
  expect(faults({ ...agreement, indicators: [], questions: [] })).toEqual([
    'indicators.0.indicatorId retired',
    'questions.1 retiredQuestion',
  ]);
});
