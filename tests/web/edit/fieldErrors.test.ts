import { expect, test } from 'vitest';
import { fieldErrors } from '@insatskollen/web/src/lib/edit/fieldErrors.ts';

const line = (n: number) => `Rad ${n}: `;
const form = (...errors: { path: string; message: string }[]) => ({ detail: 'Något stämmer inte.', errors });

test('a fault is said at its field and in the summary, with the way there', () => {
  const { summary, at } = fieldErrors(form({ path: 'timeline.end', message: 'Fel dag.' }), line);
  expect(summary).toEqual([{ href: '#timeline.end', message: 'Fel dag.' }]);
  expect([at('timeline.end'), at('timeline.start')]).toEqual(['Fel dag.', undefined]);
});

test('a fault inside a field of many says which line, and of ticked boxes only what', () => {
  const faults = form(
    { path: 'participants.2', message: 'För lång.' },
    { path: 'responsible.0', message: 'Finns inte.' },
    { path: 'responsible.1', message: 'Finns inte.' },
  );
  const { at, summary } = fieldErrors(faults, line, { lines: ['participants'], boxes: ['responsible'] });
  expect(at('participants')).toBe('Rad 3: För lång.');
  expect(at('responsible')).toBe('Finns inte.');
  expect(summary.map(({ href }) => href)).toEqual(['#participants', '#responsible', '#responsible']);
});

test('a refusal without faults is said as it is, and none is nothing', () => {
  expect(fieldErrors(form(), line).summary).toEqual([{ message: 'Något stämmer inte.' }]);
  expect(fieldErrors(null, line).summary).toEqual([]);
  expect(fieldErrors({ detail: '', errors: [] }, line).summary).toEqual([]);
});
