import { ReportSchema, type ReportAnswer } from '@insatskollen/functions/reports/schemas.ts';
import { refusals } from '@insatskollen/shared/refusals.ts';
import type { ReportEvent } from '@insatskollen/shared/reports/events.ts';
import type { ReportAction } from '@insatskollen/shared/reports/lifecycle.ts';
import { entry } from './answers.ts';
import type { Answer, Call, Door, House } from './house.ts';
import { reportersOf, type Name } from './people.ts';
import { actionFor, type CallPlan, type Round } from './plan.ts';
import type { ReadReport } from './readAll.ts';
import { chance, type Chance } from './trouble.ts';

/** A report as its own actor sees it while nothing is under way. */
interface Seen {
  report: ReportAnswer;
  etag: string;
}
/** A save: what of the report it would change, and how it went. */
interface Save {
  changes: ReadonlyMap<string, unknown>;
  outcome: Outcome;
}
/** Done and said so, refused, or not known (the answer was 503 and nobody asked again). */
type Outcome = 'done' | 'refused' | 'unknown';

/** What has been done so far, to be held against what is there in the end. */
export interface Played {
  /** `agreement/period/action` → how often it was said to be done, and how often nobody knows. */
  done: Map<string, { done: number; unknown: number }>;
  /** Everything that is not as it should be, in words. */
  faults: string[];
}

export const nothingPlayed = (): Played => ({ done: new Map(), faults: [] });

const sides = ['kim', 'kai'] as const;
const AGAIN = 12;

/** Plays one round: everything in it at once, through the troubled door; then looks, through the calm one, that no save was lost. */
export async function playRound(
  house: House,
  troubled: Door,
  round: Round,
  reports: readonly string[],
  played: Played,
) {
  house.pass(round.minutes * 60_000);
  const wanted = round.calls.map((call) => ({ call, path: reports[call.report % reports.length] ?? '' }));
  const paths = [...new Set(wanted.map(({ path }) => path))];
  const before = new Map(await Promise.all(paths.map(async (path) => [path, await look(house.door, path)] as const)));
  const saves = new Map<string, Save[]>(paths.map((path) => [path, []]));
  await Promise.all(
    wanted.map(async ({ call, path }) => {
      const seen = before.get(path);
      if (!seen) return;
      const { action, request, changes } = requestFor(seen, path, call);
      const outcome = await send(troubled, request, call, played);
      if (changes) saves.get(path)?.push({ changes, outcome });
      const counted = played.done.get(`${path}/${action}`) ?? { done: 0, unknown: 0 };
      if (outcome !== 'refused') counted[outcome] += 1;
      played.done.set(`${path}/${action}`, counted);
    }),
  );
  for (const path of paths) {
    const after = await look(house.door, path);
    const old = before.get(path);
    if (old) played.faults.push(...lostIn(path, old, after, saves.get(path) ?? []));
  }
}

async function look(door: Door, path: string): Promise<Seen> {
  const [, actorId = ''] = path.split('|');
  const answer = await door({ who: reporter(actorId, false), method: 'GET', path: address(path) });
  if (answer.status !== 200) throw new Error(`GET ${path} answered ${answer.status}: ${answer.text}`);
  return { report: ReportSchema.parse(answer.json), etag: answer.etag ?? '' };
}

/** A report is named in a plan by its address and its actor. */
export const nameOf = (agreementId: string, period: string, actorId: string) =>
  `/reports/${agreementId}/${period}|${actorId}`;
const address = (name: string) => name.split('|')[0] ?? '';
const reporter = (actorId: string, second: boolean): Name => reportersOf[actorId]?.[second ? 1 : 0] ?? 'anna';

interface Wanted {
  action: ReportAction;
  request: Call;
  changes?: ReadonlyMap<string, unknown>;
}

function requestFor({ report, etag }: Seen, name: string, call: CallPlan): Wanted {
  const action = actionFor(report.state, call.pick);
  const at = address(name);
  const known = { current: etag, any: '*', stale: '"1.1"' }[call.knows];
  const version = call.knows === 'stale' ? Math.max(1, report.version - 1) : Math.max(1, report.version);
  const ours = { who: reporter(report.actorId, call.second), headers: { 'if-match': known } };
  const theirs = { who: sides[call.second ? 1 : 0] };
  const roll = chance(call.seed);
  const post = (what: string, body: unknown, by: { who: Name; headers?: Record<string, string> }): Wanted => ({
    action,
    request: { ...by, method: 'POST', path: `${at}/${what}`, body },
  });
  switch (action) {
    case 'saveDraft':
      return saveFor(report, at, ours, roll);
    case 'submit':
      return post('submit', {}, ours);
    case 'recall':
      return post('recall', {}, ours);
    case 'tickRemark': {
      const id = report.remarks[0]?.id ?? '1-1';
      return {
        action,
        request: { ...ours, method: 'PUT', path: `${at}/remarks/${id}`, body: { resolved: roll() < 0.7 } },
      };
    }
    case 'requestReopen':
      return post('request-reopen', { reason: 'wrong number' }, ours);
    case 'takeForReview':
      return post('reviewer', {}, theirs);
    case 'giveBack':
      return { action, request: { ...theirs, method: 'DELETE', path: `${at}/reviewer` } };
    case 'return':
      return post('return', { version, ...remarksFor(report, roll) }, theirs);
    case 'approve':
      return post('approve', { version }, theirs);
    case 'reopen':
      return post('reopen', { version, reason: 'a mistake', keepFigures: roll() < 0.5 }, theirs);
    case 'extend': {
      const until = roll() < 0.8 ? '2027-02-26' : '2026-01-02';
      return post('extend', { until, reason: 'ill' }, { ...theirs, headers: { 'if-match': '*' } });
    }
  }
}

const remarksFor = (report: ReportAnswer, roll: Chance) => ({
  remarks: report.agreement.indicators
    .slice(0, 2)
    .map(({ indicatorId }) => ({ path: `values.${indicatorId}`, text: 'why?' })),
  ...(roll() < 0.4 ? { answerBy: roll() < 0.5 ? '2027-01-15' : '2027-01-15T10:00:00+01:00' } : {}),
});

/** Saves the whole draft, or some entries of it; most often all that is required, so that it can be submitted. */
function saveFor(
  report: ReportAnswer,
  at: string,
  by: { who: Name; headers: Record<string, string> },
  roll: Chance,
): Wanted {
  const whole = report.state === 'notStarted' ? roll() < 0.8 : roll() < 0.3;
  const chosen = report.agreement.indicators.filter(() => whole || roll() < 0.4);
  const values = Object.fromEntries(chosen.map((agreed) => [agreed.indicatorId, entry(roll, agreed)]));
  const texts = { done: `text ${Math.floor(roll() * 1e9)}` };
  const put = whole && roll() < 0.5;
  const changes = new Map<string, unknown>();
  const now = flat(report.answers);
  const said = flat({ values, texts });
  // Whoever takes the report as it is, whatever it is, also overwrites what stays the same.
  const anyhow = by.headers['if-match'] === '*';
  for (const path of put ? new Set([...now.keys(), ...said.keys()]) : said.keys()) {
    if (anyhow || JSON.stringify(now.get(path)) !== JSON.stringify(said.get(path))) changes.set(path, said.get(path));
  }
  return {
    action: 'saveDraft',
    request: { ...by, method: put ? 'PUT' : 'PATCH', path: `${at}/draft`, body: { answers: { values, texts } } },
    changes,
  };
}

const flat = ({ values, texts }: ReportAnswer['answers']): Map<string, unknown> =>
  new Map<string, unknown>([...Object.entries(values), ...Object.entries(texts)]);

/** Sends it, twice at once if so planned, and again with its key while the table is away. */
async function send(door: Door, request: Call, call: CallPlan, played: Played): Promise<Outcome> {
  const keyed = call.key || call.twice;
  const headers = { ...request.headers, ...(keyed ? { 'idempotency-key': `k-${call.seed}-${call.report}` } : {}) };
  const once = async (): Promise<Answer> => {
    let answer = await door({ ...request, headers });
    for (let tried = 1; keyed && answer.status === 503 && tried < AGAIN; tried++)
      answer = await door({ ...request, headers });
    return answer;
  };
  const answers = await Promise.all(call.twice ? [once(), once()] : [once()]);
  for (const answer of answers) {
    const fault = undocumented(answer);
    if (fault) played.faults.push(`${request.method} ${request.path}: ${fault}`);
  }
  const ok = answers.filter(({ status }) => status < 300);
  if (new Set(ok.map(({ text }) => text)).size > 1 && !request.path.endsWith('/draft'))
    played.faults.push(`${request.method} ${request.path}: the same key gave two answers`);
  if (ok.length > 0) return 'done';
  return answers.some(({ status }) => status === 503) ? 'unknown' : 'refused';
}

/** What is wrong with an answer, if it is neither a success nor a refusal of the catalogue. */
export function undocumented({ status, headers, text, json }: Answer): string | undefined {
  if (status >= 200 && status < 300) return undefined;
  const code = typeof json === 'object' && json !== null && 'code' in json ? json.code : undefined;
  const known = Object.entries(refusals).some(([name, refusal]) => name === code && refusal.status === status);
  if (!known) return `answered ${status} ${text}`;
  if (!headers.get('content-type')?.startsWith('application/problem+json')) return 'is no problem document';
  return status === 503 && !headers.has('retry-after') ? 'says not when to try again' : undefined;
}

/** What was said to be saved and is not there, or is there although nobody saved it. */
function lostIn(name: string, before: Seen, after: Seen, saves: readonly Save[]): string[] {
  const old = flat(before.report.answers);
  const now = flat(after.report.answers);
  return [...new Set([...old.keys(), ...now.keys(), ...saves.flatMap((save) => [...save.changes.keys()])])].flatMap(
    (path) => {
      const saved = (outcome: Outcome) =>
        saves
          .filter((save) => save.outcome === outcome && save.changes.has(path))
          .map((save) => JSON.stringify(save.changes.get(path)));
      const possible = new Set([...saved('done'), ...saved('unknown')]);
      if (saved('done').length === 0) possible.add(JSON.stringify(old.get(path)));
      return possible.has(JSON.stringify(now.get(path)))
        ? []
        : [`${name} ${path}: is ${JSON.stringify(now.get(path))}, was saved as ${[...possible].join(' or ')}`];
    },
  );
}

const eventOf: Partial<Record<ReportAction, ReportEvent['type']>> = {
  submit: 'submitted',
  recall: 'recalled',
  requestReopen: 'reopenRequested',
  takeForReview: 'reviewTaken',
  giveBack: 'reviewGivenBack',
  return: 'returned',
  approve: 'approved',
  reopen: 'reopened',
  extend: 'extended',
};

/** Where the history tells of another number of transitions than were said to be done. */
export function eventsAmiss(reports: readonly ReadReport[], { done }: Played): string[] {
  return reports.flatMap(({ agreementId, period, actorId, events }) =>
    Object.entries(eventOf).flatMap(([action, type]) => {
      const counted = done.get(`${nameOf(agreementId, period, actorId)}/${action}`) ?? { done: 0, unknown: 0 };
      const told = events.filter((event) => event.type === type).length;
      return told < counted.done || told > counted.done + counted.unknown
        ? [`${agreementId} ${period}: ${told} × ${type}, of which ${counted.done} were answered`]
        : [];
    }),
  );
}
