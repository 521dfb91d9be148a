import { z } from 'zod';

/** One fault in what was sent, for the field it concerns: `path` is the API's, such as `values.startade-foretag`. */
export interface Fault {
  path: string;
  code: string;
  message: string;
}

/** The API's no (`application/problem+json`), as a value. Texts are in the visitor's language. */
export interface Refusal {
  ok: false;
  status: number;
  /** From the catalogue of refusals: `stale`, `tooEarly`, `tableAway`, … */
  code: string;
  title: string;
  detail: string;
  errors: Fault[];
  /** Seconds to wait, where the API says so. */
  retryAfter: number | null;
  /** The whole document, for what only one refusal has: `states`, `opensAt`, `current`, … */
  body: Readonly<Record<string, unknown>>;
}

const ProblemSchema = z.looseObject({
  code: z.string().catch('unforeseen'),
  title: z.string().catch(''),
  detail: z.string().catch(''),
  errors: z
    .array(z.object({ path: z.string(), code: z.string(), message: z.string() }))
    .catch([])
    .default([]),
});

/** Reads a refusal, whatever it looks like: what cannot be read has the code `unforeseen` and no words. */
export function refusalFrom(status: number, retryAfter: string | null, body: unknown): Refusal {
  const parsed = ProblemSchema.safeParse(body);
  const problem = parsed.success ? parsed.data : { code: 'unforeseen', title: '', detail: '', errors: [] };
  const seconds = Number(retryAfter);
  return {
    ok: false,
    status,
    code: problem.code,
    title: problem.title,
    detail: problem.detail,
    errors: problem.errors,
    retryAfter: retryAfter === null || !Number.isFinite(seconds) ? null : seconds,
    body: problem,
  };
}
