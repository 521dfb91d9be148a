import type { Answers, AnswersPatch } from '@insatskollen/shared/reports/answers.ts';
import type { RemarkAnswer } from './remarkAnswer.ts';

/** What the form needs of a report that the API answers with. */
export interface SavedReport {
  answers: Answers;
  draftSavedAt: string | null;
  remarks: readonly { id: string; resolved: boolean; answer: string | null }[];
  people: Readonly<Record<string, string>>;
}

/** The API's no, as far as the form needs it. `status` 0 when there was no answer at all. */
export interface SaveRefusal {
  ok: false;
  status: number;
  code: string;
  detail: string;
  errors: readonly { path: string; message: string }[];
  /** Who changed what, where somebody else's change was in the way: person ids by path. */
  conflicts: ReadonlyMap<string, string>;
  /** Their names, by id. */
  people: Readonly<Record<string, string>>;
  /** Milliseconds to wait, where the API says so. */
  retryAfterMs: number | null;
}
export type SaveReply = { ok: true; saved: SavedReport; etag: string } | SaveRefusal;
type TickReply = { ok: true } | SaveRefusal;

/** The calls that saving makes, straight to the API on our own origin, with the session's cookie. */
export interface DraftApi {
  /** Saves some entries. `leaving` lets the request outlive the page. */
  save(patch: AnswersPatch, etag: string, leaving: boolean): Promise<SaveReply>;
  tick(remarkId: string, answer: RemarkAnswer): Promise<TickReply>;
  read(): Promise<SaveReply>;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The API checks its own answers against its schemas; here only that it is a report at all and not a page of a proxy. */
const isSaved = (value: unknown): value is SavedReport =>
  isRecord(value) &&
  isRecord(value['answers']) &&
  isRecord(value['answers']['values']) &&
  isRecord(value['answers']['texts']) &&
  Array.isArray(value['remarks']) &&
  isRecord(value['people']);

/** How long an answer is waited for: one that is lost is as none, and saving is tried again. */
const ANSWER_WITHIN_MS = 30_000;

export function draftApi(
  send: typeof fetch,
  agreementId: string,
  period: string,
  language: string,
  withinMs = ANSWER_WITHIN_MS,
): DraftApi {
  const address = `/api/v1/reports/${encodeURIComponent(agreementId)}/${encodeURIComponent(period)}`;
  const call = async (path: string, init: RequestInit): Promise<Response | undefined> => {
    const headers = { accept: 'application/json', 'accept-language': language, ...init.headers };
    try {
      const signal = AbortSignal.timeout(withinMs);
      return await send(address + path, { credentials: 'same-origin', signal, ...init, headers });
    } catch {
      return undefined;
    }
  };
  const json = { 'content-type': 'application/json' };
  const report = async (response: Response | undefined): Promise<SaveReply> => {
    if (!response?.ok) return refusal(response);
    const body: unknown = await response.json().catch(() => undefined);
    if (!isSaved(body)) return refusal(undefined);
    return { ok: true, saved: body, etag: response.headers.get('etag') ?? '' };
  };
  return {
    save: async (patch, etag, leaving) => {
      const headers = { ...json, 'if-match': etag };
      const body = JSON.stringify({ answers: patch });
      return report(await call('/draft', { method: 'PATCH', headers, body, keepalive: leaving }));
    },
    tick: async (remarkId, { resolved, answer }) => {
      const body = JSON.stringify({ resolved, ...(answer === '' ? {} : { answer }) });
      const response = await call(`/remarks/${encodeURIComponent(remarkId)}`, { method: 'PUT', headers: json, body });
      return response?.ok ? { ok: true } : refusal(response);
    },
    read: async () => report(await call('', { method: 'GET' })),
  };
}

const namesIn = (people: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(Object.entries(people).map(([id, name]) => [id, text(name)]));

async function refusal(response: Response | undefined): Promise<SaveRefusal> {
  const body: unknown = await response?.json().catch(() => undefined);
  const problem = isRecord(body) ? body : {};
  const list = (value: unknown) => (Array.isArray(value) ? value.filter(isRecord) : []);
  const seconds = Number(response?.headers.get('retry-after') ?? Number.NaN);
  return {
    ok: false,
    status: response?.ok ? 0 : (response?.status ?? 0),
    code: text(problem['code']),
    detail: text(problem['detail']),
    errors: list(problem['errors']).map(({ path, message }) => ({ path: text(path), message: text(message) })),
    conflicts: new Map(list(problem['conflicts']).map(({ path, personId }) => [text(path), text(personId)])),
    people: isRecord(problem['people']) ? namesIn(problem['people']) : {},
    retryAfterMs: Number.isFinite(seconds) ? seconds * 1000 : null,
  };
}
