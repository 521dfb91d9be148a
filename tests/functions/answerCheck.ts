import { declaredEndpoints } from '@insatskollen/functions/http/endpoint.ts';
import { refusals } from '@insatskollen/shared/refusals.ts';
import { expect } from 'vitest';
import { z } from 'zod';

/** A request as it was sent and what came back, whole. */
interface Exchange {
  method: string;
  /** The whole address, from the host on. */
  address: string;
  status: number;
  headers: Headers;
  text: string;
}

/** Where something is wrong in a file, its row and column are told too. */
const FaultSchema = z.strictObject({
  path: z.string(),
  code: z.string().min(1),
  message: z.string().min(1),
  row: z.number().int().optional(),
  column: z.string().optional(),
});
const ProblemSchema = z.looseObject({
  type: z.string(),
  title: z.string().min(1),
  status: z.number(),
  detail: z.string().min(1),
  code: z.enum(Object.keys(refusals)),
  errors: z.array(FaultSchema).min(1).optional(),
});
export type Problem = z.infer<typeof ProblemSchema>;

/**
 * What is true of every answer of the API, whatever was asked: nothing a caller sends is a fault of the server, a success has the
 * shape that its endpoint declares and nothing beside it, and a refusal is a problem document of the catalogue.
 */
export function checkAnswer(exchange: Exchange): void {
  const { method, address, status, headers, text } = exchange;
  const what = `${method} ${address.slice(0, 200)} answered ${status} ${text.slice(0, 300)}`;
  expect(status === 503 || status < 500, what).toBe(true);
  expect(headers.get('cache-control'), what).toBe('no-store');
  if (status >= 400) checkProblem(exchange, what);
  else checkSuccess(exchange, what);
}

function checkProblem({ address, status, headers, text }: Exchange, what: string): void {
  expect(headers.get('content-type'), what).toBe('application/problem+json; charset=utf-8');
  const problem = ProblemSchema.parse(JSON.parse(text));
  expect(problem.status, what).toBe(status);
  expect(Object.entries(refusals).find(([code]) => code === problem.code)?.[1].status, what).toBe(status);
  expect(problem.type, what).toBe(`/api/docs#${problem.code}`);
  for (const said of namedIn(address)) expect(problem.detail.includes(said), `the detail repeats ${said}`).toBe(false);
  if (problem.code === 'invalid' || problem.code === 'incomplete') expect(problem.errors, what).toBeDefined();
  if (problem.code === 'wrongState') expect(problem['states'] ?? problem['reason'], what).toBeTruthy();
  if (problem.code === 'tooEarly') expect(Date.parse(String(problem['opensAt'])), what).not.toBeNaN();
  if (status === 412) expect(problem['current'], what).toBeDefined();
  if (status === 401) expect(headers.get('www-authenticate'), what).toBe('Bearer');
  if (status === 429 || status === 503) expect(headers.get('retry-after'), what).toMatch(/^[1-9]\d*$/);
  expect(headers.get('etag'), what).toBeNull();
}

function checkSuccess({ method, address, status, headers, text }: Exchange, what: string): void {
  const endpoint = endpointOf(method, new URL(address).pathname);
  if (!endpoint) throw new Error(`nothing is declared for what was answered: ${what}`);
  if (status !== 202 || !endpoint.mayGoOn) expect(status, what).toBe(endpoint.status ?? 200);
  if (status === 204) {
    expect(text, what).toBe('');
    return;
  }
  if (endpoint.answerType !== undefined) {
    expect([endpoint.answerType].flat(), what).toContain(headers.get('content-type')?.split(';')[0]);
    return;
  }
  expect(headers.get('content-type'), what).toMatch(/^application\/json/);
  const sent: unknown = JSON.parse(text);
  const parsed = endpoint.answer.safeParse(sent);
  if (!parsed.success) throw new Error(`${what}\n${z.prettifyError(parsed.error)}`);
  expect(parsed.data, `beside its declared shape, ${what}`).toEqual(sent);
  const etag = headers.get('etag');
  if (etag !== null) expect(etag, what).toMatch(/^"[\w.-]+"$/);
}

function endpointOf(method: string, pathname: string) {
  return declaredEndpoints().find((endpoint) => {
    const pattern = endpoint.path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+');
    return endpoint.method === method.toLowerCase() && new RegExp(`^/api/v1${pattern}$`).test(pathname);
  });
}

/** What an address names that no text of ours would: ids, periods and whatever else has a digit, a hyphen or a sign in it. */
function namedIn(address: string): string[] {
  const { pathname, searchParams } = new URL(address);
  const said = [...pathname.split('/').slice(3), ...searchParams.values()];
  return said.filter((one) => one.length > 3 && /[^a-zA-Z]/.test(one));
}
