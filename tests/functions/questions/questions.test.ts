import { beforeAll, expect, test } from 'vitest';
import { openDemoHouse, type DemoHouse } from '../demoHouse.ts';
import { reportAt } from '../reportAt.ts';

interface Question {
  id: string;
  version: number;
  name: string;
  prompt: string;
}
interface QuestionSet {
  id: string;
  version: number;
  questions: string[];
}
interface Problem {
  errors: { path: string; code: string }[];
}

let house: DemoHouse;
beforeAll(async () => {
  house = await openDemoHouse();
});
const post = (path: string, body: object) =>
  house.call<Question & QuestionSet & Problem>('samordnare', 'POST', path, body);
const put = (path: string, body: object) =>
  house.call<Question & QuestionSet & Problem>('samordnare', 'PUT', path, body, { 'if-match': '*' });
const codes = ({ json }: { json: Problem }) => json.errors.map(({ path, code }) => `${path} ${code}`);

test('a new question can be put in a set, and both are in the library at once', async () => {
  const { json: question } = await post('/questions', { name: 'Samverkan', prompt: 'Vilka har ni arbetat med?' });
  const made = await post('/question-sets', { name: 'Korta frågor', questions: [question.id, 'analys'] });
  expect([made.status, made.json.id, made.json.questions]).toEqual([201, 'korta-fragor', ['samverkan', 'analys']]);
  const { questionSets } = (await house.call<{ questionSets: QuestionSet[] }>('ledning', 'GET', '/library')).json;
  expect(questionSets.map(({ id }) => id)).toEqual(['grundfragor', 'korta-fragor']);
});

test('a question that is worded anew is asked as it was in what is agreed', async () => {
  const before = (await house.call<Question>('samordnare', 'GET', '/questions/analys')).json;
  expect((await put('/questions/analys', { ...before, prompt: 'Varför blev det så?' })).json.version).toBe(2);
  const { path } = reportAt(house, 'almi-basuppdrag-2026', '2026-Q3');
  const report = await house.call<{ agreement: { questions: Question[] } }>('samordnare', 'GET', path);
  expect(report.json.agreement.questions.find(({ id }) => id === 'analys')?.prompt).toBe(before.prompt);
});

test('a retired question stays in the sets that have it, and comes into no other', async () => {
  const { json: question } = await post('/questions', { name: 'Förr', prompt: 'Hur var det förr?' });
  const { json: set } = await post('/question-sets', { name: 'Förr och nu', questions: [question.id, 'analys'] });
  expect((await put(`/questions/${question.id}`, { ...question, retiredAt: '2026-11-20' })).status).toBe(200);
  expect((await put(`/question-sets/${set.id}`, { ...set, name: 'Nu och förr' })).status).toBe(200);
  expect(codes(await post('/question-sets', { name: 'Ny', questions: [question.id] }))).toEqual([
    'questions.0 retired',
  ]);
});

test.each([
  ['a set of nothing', '/question-sets', { name: 'Tom', questions: [] }, ['questions too_small']],
  ['a question that there is not', '/question-sets', { name: 'A', questions: ['x'] }, ['questions.0 unknownQuestion']],
  ['a question twice', '/question-sets', { name: 'A', questions: ['analys', 'analys'] }, ['questions.1 twice']],
  ['a blank question', '/questions', { name: 'A', prompt: ' ' }, ['prompt blank']],
  ['an answer of no length', '/questions', { name: 'A', prompt: 'B', maxLength: 0 }, ['maxLength too_small']],
  ['an endless answer', '/questions', { name: 'A', prompt: 'B', maxLength: 1_000_000 }, ['maxLength too_big']],
])('%s is refused, and the field is named', async (_what, path, body, expected) => {
  const answer = await post(path, body);
  expect([answer.status, codes(answer)]).toEqual([422, expected]);
});
