import type { reportAt } from '../reportAt.ts';

type Report = ReturnType<typeof reportAt>;
/** A state that the report of the matrix is brought to before a row is tried. */
export type State = 'draft' | 'submitted' | 'returned' | 'approved';

/** Who asks, in the columns' order. The report is Almi's; `readOnly` is a token that only reads, of someone with every role. */
export const columns = ['own', 'other', 'coordinator', 'leader', 'admin', 'readOnly'] as const;
export type Column = (typeof columns)[number];

export interface Row {
  route: `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`;
  /** Expected status for each of `columns`, in a row: `200 404 403 403 403 403`. Whoever has no good credential gets 401 on every row. */
  expected: string;
  /** The report's state; without, the row is about no report. */
  state?: State;
  query?: string;
  /** Expected for a department, where it is not answered as a leader is. */
  department?: 403;
  body?: (at: { version: number }) => unknown;
}

const report = '/reports/{agreementId}/{period}';
const window = 'from=2026-Q3&to=2026-Q3';
const figure = `${window}&indicator=radgivningstillfallen`;
const chart = `${figure}&area=starka-nyforetagande`;
const people = { name: 'Ny Person', roles: ['leader'], actorIds: [] };
const actor = { name: 'Nätverket', kind: 'association' };
const initiative = { title: 'Mentorer', primaryFocusArea: 'starka-nyforetagande' };
const indicator = {
  name: { sv: 'Samtal' },
  unit: { sv: 'antal' },
  kind: 'flow',
  dimensions: ['gender', 'age', 'foreignBackground', 'municipality'],
  definition: { sv: 'Antal samtal.' },
};
const agreement = {
  reference: 'RS-2026-7',
  actorId: 'almi',
  initiativeId: 'almi-basuppdrag',
  termStart: '2026-01-01',
  termEnd: '2026-12-31',
  frequency: 'quarterly',
  dueDays: 30,
  goal: 'Fler företag.',
  criteria: [],
  indicators: [],
  commitments: [],
  questions: ['analys'],
};
const question = { name: 'Samverkan', prompt: 'Vilka har ni arbetat med?' };
const questionSet = { name: 'Korta frågor', questions: ['analys'] };
const activity = { title: 'Styrgrupp', kind: 'board', starts: '2026-11-26', audience: 'region' };
const dialogue = { actorId: 'almi', day: '2026-12-02' };
const action = { text: 'Bjud in kommunerna', side: 'actor', owner: 'Alma', due: '2026-12-20' };
const decision = { title: 'Prioritering', day: '2026-11-19', decidedBy: 'Nämnden', actorIds: ['almi'] };
const lesson = { title: 'Börja tidigt', text: 'Det tar tid.', focusAreas: ['starka-nyforetagande'], actorId: 'almi' };
const analysis = {
  title: 'Läget för små företag',
  publisher: 'Exempelmyndigheten',
  day: '2026-10-12',
  keptAt: 'Arkivet',
  summary: 'Fler startar.',
};
const assessment = {
  direction: 'forward',
  conclusion: 'Fler startar.',
  analysis: 'Rådgivningen når fler.',
  evidence: [],
};
const societal = { series: 'N03941', geography: '04', period: '2020', value: '8,1' };
const answers = { answers: { values: {}, texts: {} } };
const reason = { reason: 'Fel tal upptäckt.' };
const version = ({ version }: { version: number }) => ({ version });
/** A file with nothing but its headings. */
const sheet = (headings: string): FormData => {
  const form = new FormData();
  form.append('file', new File([headings], 'mall.csv'));
  return form;
};

/** Every route × everyone → status. 401 is not here: a test tries each row with every bad credential. */
export const matrix: readonly Row[] = [
  //                                                            own other coord leader admin read-only
  { route: 'GET /me', expected: '                               200 200   200   200    200   200' },
  { route: 'GET /me/tokens', expected: '                        200 200   200   200    200   200' },
  { route: 'GET /me/sessions', expected: '                      200 200   200   200    200   200' },
  { route: 'DELETE /me/sessions', expected: '                   204 204   204   204    204   403' },
  // Everyone may end sessions of their own; this one is nobody's.
  { route: 'DELETE /me/sessions/{id}', expected: '              404 404   404   404    404   403' },
  // A token cannot make another: that takes a browser, which a test of its own tries.
  { route: 'POST /me/tokens', expected: '                       403 403   403   403    403   403', body: () => ({}) },
  // Everyone may end tokens of their own; this one is nobody's.
  { route: 'DELETE /me/tokens/{id}', expected: '                404 404   404   404    404   403' },
  { route: 'GET /me/preferences', expected: '                   200 200   200   200    200   200' },
  {
    route: 'PUT /me/preferences',
    expected: '                    200 200   200   200    200   403',
    body: () => ({ language: 'sv', rhythm: 'daily', off: [] }),
  },
  // Each reads packs of their own; this one is nobody's.
  { route: 'GET /packs', expected: '                            403 403   200   200    403   200', department: 403 },
  {
    route: 'POST /packs',
    expected: '                           403 403   202   202    403   403',
    department: 403,
    body: () => ({ kind: 'board', language: 'sv', from: '2026', to: '2026' }),
  },
  { route: 'GET /packs/{id}', expected: '                       403 403   404   404    403   404', department: 403 },
  {
    route: 'POST /packs/{id}/retry',
    expected: '                403 403   404   404    403   403',
    body: () => ({}),
    department: 403,
  },
  { route: 'GET /packs/{id}/file', expected: '                  403 403   404   404    403   404', department: 403 },
  { route: 'GET /notices/upcoming', expected: '                 403 403   200   403    403   200' },
  { route: 'GET /notices/undelivered', expected: '              403 403   200   403    403   200' },
  {
    route: 'POST /notices/letters',
    expected: '                    403 403   201   403    403   403',
    body: () => ({
      subject: 'Hej',
      text: 'Hör av er.',
      reports: [{ agreementId: 'nfc-tredje-2026', period: '2026-Q3' }],
    }),
  },
  { route: 'GET /notices/outbox', expected: '                   403 403   403   403    200   200' },
  // Only what was given up can be tried again; this is not there.
  { route: 'POST /notices/outbox/{id}/redrive', expected: '     403 403   403   403    404   403' },
  { route: 'GET /people', expected: '                           403 403   403   403    200   200' },
  { route: 'GET /people/{id}', expected: '                      403 403   403   403    200   200' },
  { route: 'GET /people/{id}/changes', expected: '              403 403   403   403    200   200' },
  {
    route: 'POST /people',
    expected: '                          403 403   403   403    201   403',
    body: () => ({ ...people, email: 'ny@insatskollen.example' }),
  },
  {
    route: 'PUT /people/{id}',
    expected: '                      403 403   403   403    200   403',
    body: () => ({ ...people, active: true }),
  },
  { route: 'POST /people/{id}/invitation', expected: '          403 403   403   403    201   403' },

  { route: 'GET /strategy', expected: '                         200 200   200   200    200   200' },
  { route: 'GET /library', expected: '                          200 200   200   200    200   200' },
  { route: 'GET /actors', expected: '                           200 200   200   200    200   200' },
  { route: 'GET /actors/{id}', expected: '                      200 200   200   200    200   200' },
  { route: 'GET /initiatives', expected: '                      200 200   200   200    200   200' },
  { route: 'GET /initiatives/{id}', expected: '                 200 200   200   200    200   200' },
  { route: 'GET /indicators', expected: '                       200 200   200   200    200   200' },
  { route: 'GET /indicators/{id}', expected: '                  200 200   200   200    200   200' },
  { route: 'GET /actors/{id}/changes', expected: '              200 200   200   200    200   200' },
  { route: 'GET /initiatives/{id}/changes', expected: '         200 200   200   200    200   200' },
  { route: 'GET /initiatives/{id}/commitments', expected: '     403 403   200   200    403   200' },
  { route: 'GET /indicators/{id}/changes', expected: '          200 200   200   200    200   200' },
  {
    route: 'POST /actors',
    expected: '                          403 403   201   403    403   403',
    body: () => actor,
  },
  {
    route: 'PUT /actors/{id}',
    expected: '                      403 403   200   403    403   403',
    body: () => actor,
  },
  {
    route: 'POST /initiatives',
    expected: '                     403 403   201   403    403   403',
    body: () => initiative,
  },
  {
    route: 'PUT /initiatives/{id}',
    expected: '                 403 403   200   403    403   403',
    body: () => ({ ...initiative, lifecycle: 'ongoing' }),
  },
  {
    route: 'POST /indicators',
    expected: '                      403 403   201   403    403   403',
    body: () => indicator,
  },
  {
    route: 'PUT /indicators/{id}',
    expected: '                  403 403   200   403    403   403',
    body: () => indicator,
  },
  { route: 'GET /questions', expected: '                              200 200   200   200    200   200' },
  { route: 'GET /questions/{id}', expected: '                         200 200   200   200    200   200' },
  { route: 'GET /questions/{id}/changes', expected: '                 200 200   200   200    200   200' },
  {
    route: 'POST /questions',
    expected: '                    403 403   201   403    403   403',
    body: () => question,
  },
  {
    route: 'PUT /questions/{id}',
    expected: '                    403 403   200   403    403   403',
    body: () => question,
  },
  { route: 'GET /question-sets', expected: '                          200 200   200   200    200   200' },
  { route: 'GET /question-sets/{id}', expected: '                     200 200   200   200    200   200' },
  { route: 'GET /question-sets/{id}/changes', expected: '             200 200   200   200    200   200' },
  {
    route: 'POST /question-sets',
    expected: '                    403 403   201   403    403   403',
    body: () => questionSet,
  },
  {
    route: 'PUT /question-sets/{id}',
    expected: '                    403 403   200   403    403   403',
    body: () => questionSet,
  },
  { route: 'GET /publications', expected: '                     403 403   200   200    403   200' },
  { route: 'GET /publications/{areaId}/{window}', expected: '      403 403   200   200    403   200' },
  {
    route: 'PUT /publications/{areaId}/{window}',
    expected: '      403 403   200   403    403   403',
    body: () => ({ text: 'Vi ökade rådgivningen.' }),
  },
  {
    route: 'POST /publications/{areaId}/{window}/publish',
    expected: ' 403 403 200 403 403 403',
    body: () => ({}),
  },
  {
    route: 'POST /publications/{areaId}/{window}/withdraw',
    expected: ' 403 403 200 403 403 403',
    body: () => ({ reason: 'Fel siffra.' }),
  },
  {
    route: 'GET /assessments',
    query: 'window=2026-H1',
    expected: '                    403 403   200   200    403   200',
  },
  // Nothing is published, so there is nothing for those who only read what is.
  { route: 'GET /assessments/{areaId}/{window}', expected: '       403 403   200   404    403   200' },
  {
    route: 'PUT /assessments/{areaId}/{window}',
    expected: '     403 403   200   403    403   403',
    body: () => assessment,
  },
  // Whoever wrote it does not review it, and it is not published before.
  {
    route: 'POST /assessments/{areaId}/{window}/review',
    expected: ' 403 403  403   403    403   403',
    body: () => ({}),
  },
  {
    route: 'POST /assessments/{areaId}/{window}/publish',
    expected: '403 403  409   403    403   403',
    body: () => ({}),
  },
  { route: 'GET /outlooks', expected: '                         200 200   200   200    200   200' },
  { route: 'GET /focus-areas/{id}/outlook', expected: '         200 200   200   200    200   200' },
  { route: 'GET /focus-areas/{id}/outlook/changes', expected: ' 200 200   200   200    200   200' },
  {
    route: 'PUT /focus-areas/{id}/outlook',
    expected: '                    403 403   200   403    403   403',
    body: () => ({ text: 'Fler unga vill starta företag.' }),
  },
  { route: 'GET /search', query: 'q=r%C3%A5dgivning', expected: '200 200   200   200    200   200' },
  { route: 'GET /societal-indicators', expected: '              200 200   200   200    200   200' },
  { route: 'GET /societal-indicators/{id}', expected: '         200 200   200   200    200   200' },
  { route: 'GET /societal-indicators/{id}/changes', expected: ' 200 200   200   200    200   200' },
  {
    route: 'PUT /societal-indicators/{id}',
    expected: '                    403 403   200   403    403   403',
    body: () => ({ until: '2027', replacedBy: null }),
  },
  {
    route: 'PUT /societal-indicators/{id}/values',
    expected: '             403 403   200   403    403   403',
    body: () => ({ values: [societal], source: 'SCB' }),
  },
  { route: 'GET /agreements', expected: '                       200 200   200   200    403   200' },
  { route: 'GET /agreements/{id}', expected: '                  200 404   200   200    403   200' },
  { route: 'GET /agreements/{id}/commitments', expected: '      200 404   200   200    403   200' },
  { route: 'GET /agreements/{id}/changes', expected: '          200 404   200   200    403   200' },
  {
    route: 'POST /agreements',
    expected: '                      403 403   201   403    403   403',
    body: () => ({ ...agreement, initiativeId: 'innovationssystemet-runt-mdu' }),
  },
  {
    route: 'PUT /agreements/{id}',
    expected: '                  403 403   200   403    403   403',
    body: () => ({ ...agreement, succeeds: 'almi-basuppdrag-2025', effectiveFrom: '2026-Q4' }),
  },

  { route: 'GET /exports/initiatives.csv', expected: '          200 200   200   200    200   200' },
  { route: 'GET /exports/initiatives.xlsx', expected: '         200 200   200   200    200   200' },
  { route: 'GET /exports/agreements.csv', expected: '           200 200   200   200    403   200' },
  { route: 'GET /exports/agreements.xlsx', expected: '          200 200   200   200    403   200' },
  { route: 'GET /exports/targets.csv', expected: '              200 200   200   200    403   200' },
  { route: 'GET /exports/targets.xlsx', expected: '             200 200   200   200    403   200' },
  { route: 'GET /exports/summary.csv', expected: '              200 200   200   200    200   200', query: window },
  { route: 'GET /exports/summary.xlsx', expected: '             200 200   200   200    200   200', query: window },
  {
    route: 'GET /exports/summary.xlsx',
    expected: '             403 403   200   403    403   200',
    query: `${window}&include=preview`,
  },
  { route: 'GET /exports/summary.json', expected: '             200 200   200   200    200   200', query: window },
  { route: 'GET /exports/feed/figures.json', expected: '        200 200   200   200    200   200', query: window },
  { route: 'GET /exports/chart.svg', expected: '                200 200   200   200    200   200', query: chart },
  { route: 'GET /exports/chart.png', expected: '                200 200   200   200    200   200', query: chart },
  {
    route: 'GET /exports/chart.png',
    expected: '                403 403   200   403    403   200',
    query: `${chart}&include=preview`,
  },
  { route: 'GET /exports/contributions.csv', expected: '        200 200   200   200    403   200', query: figure },
  { route: 'GET /exports/contributions.xlsx', expected: '       200 200   200   200    403   200', query: figure },
  { route: 'GET /exports/reports.csv', expected: '              200 200   200   200    403   200' },
  { route: 'GET /exports/reports.xlsx', expected: '             200 200   200   200    403   200' },
  { route: 'GET /imports/progress', expected: '               403 403   200   403    403   403' },
  {
    route: 'POST /imports/initiatives',
    expected: '             403 403   200   403    403   403',
    body: () => sheet('id'),
  },
  {
    route: 'POST /imports/agreements',
    expected: '              403 403   200   403    403   403',
    body: () => sheet('id'),
  },
  {
    route: 'POST /imports/targets',
    expected: '               403 403   200   403    403   403',
    body: () => sheet('agreementId;indicatorId;period;target'),
  },

  { route: 'GET /reports', expected: '                          200 200   200   200    403   200' },
  // Before anything was approved a leader knows of no report; a draft is its actor's alone.
  { route: `GET ${report}`, expected: '                         200 404   200   404    403   200', state: 'draft' },
  { route: `GET ${report}/events`, expected: '                  200 404   200   404    403   200', state: 'draft' },
  { route: `GET ${report}/verify`, expected: '                  200 404   200   404    403   200', state: 'draft' },
  {
    route: `PUT ${report}/draft`,
    expected: '                   200 404   403   403    403   403',
    state: 'draft',
    body: () => answers,
  },
  {
    route: `PATCH ${report}/draft`,
    expected: '                 200 404   403   403    403   403',
    state: 'draft',
    body: () => answers,
  },
  { route: `POST ${report}/submit`, expected: '                 200 404   403   403    403   403', state: 'draft' },
  { route: `GET ${report}/versions/{n}`, expected: '            200 404   200   404    403   200', state: 'submitted' },
  { route: `GET ${report}/impact`, expected: '                  403 403   200   403    403   200', state: 'submitted' },
  { route: `POST ${report}/recall`, expected: '                 200 404   403   403    403   403', state: 'submitted' },
  { route: `POST ${report}/reviewer`, expected: '               403 403   200   403    403   403', state: 'submitted' },
  { route: `DELETE ${report}/reviewer`, expected: '             403 403   200   403    403   403', state: 'submitted' },
  {
    route: `POST ${report}/return`,
    expected: '                 403 403   200   403    403   403',
    state: 'submitted',
    body: (at) => ({ ...version(at), message: 'Komplettera.' }),
  },
  {
    route: `PUT ${report}/remarks/{id}`,
    expected: '            200 404   403   403    403   403',
    state: 'returned',
    body: () => ({ resolved: true }),
  },
  {
    route: `POST ${report}/approve`,
    expected: '                403 403   200   403    403   403',
    state: 'submitted',
    body: version,
  },
  { route: `GET ${report}`, expected: '                         200 404   200   200    403   200', state: 'approved' },
  { route: `GET ${report}/versions/{n}`, expected: '            200 404   200   200    403   200', state: 'approved' },
  { route: `GET ${report}/events`, expected: '                  200 404   200   200    403   200', state: 'approved' },
  { route: `GET ${report}/verify`, expected: '                  200 404   200   200    403   200', state: 'approved' },
  {
    route: `POST ${report}/request-reopen`,
    expected: '         200 404   403   403    403   403',
    state: 'approved',
    body: () => reason,
  },
  {
    route: `POST ${report}/reopen`,
    expected: '                 403 403   200   403    403   403',
    state: 'approved',
    body: (at) => ({ ...version(at), ...reason }),
  },
  {
    route: `POST ${report}/extend`,
    expected: '                 403 403   200   403    403   403',
    state: 'returned',
    body: () => ({ until: '2027-02-26', ...reason }),
  },

  { route: `GET ${report}/comments`, expected: '                403 403   200   200    403   403', state: 'approved' },
  {
    route: `POST ${report}/comments`,
    expected: '               403 403   201   201    403   403',
    state: 'approved',
    body: () => ({ text: 'Hur gick det till?' }),
  },
  // One takes back what one wrote; this is nobody's.
  {
    route: `DELETE ${report}/comments/{commentId}`,
    expected: ' 403 403   404   404    403   403',
    state: 'approved',
  },
  { route: 'GET /agreements/{id}/comments', expected: '         403 403   200   200    403   403' },
  {
    route: 'POST /agreements/{id}/comments',
    expected: '        403 403   201   201    403   403',
    body: () => ({ text: 'Bra mål.' }),
  },
  {
    route: 'DELETE /agreements/{id}/comments/{commentId}',
    expected: ' 403 403 404 404 403 403',
  },

  { route: 'GET /summary', expected: '                          200 200   200   200    200   200', query: window },
  {
    route: 'GET /summary',
    expected: '                          403 403   200   403    403   200',
    query: `${window}&include=preview`,
  },
  {
    route: 'GET /summary/contributions',
    expected: '            200 200   200   200    403   200',
    query: figure,
  },
  {
    route: 'GET /summary/corrections',
    expected: '              403 403   200   200    403   200',
    query: `${window}&since=2026-04-01`,
  },
  {
    route: 'GET /summary/financing',
    expected: '                403 403   200   200    403   200',
    query: window,
  },
  {
    route: 'GET /actors/{id}/results',
    expected: '              403 403   200   200    403   200',
    query: window,
  },
  {
    route: 'GET /rus-priorities/{id}/results',
    expected: '       403 403   200   200    403   200',
    query: window,
  },
  {
    route: 'GET /initiatives/{id}/results',
    expected: '         403 403   200   200    403   200',
    query: window,
  },
  {
    route: 'GET /coverage',
    expected: '                         403 403   200   200    403   200',
    query: 'period=2026-Q3',
  },

  {
    route: 'GET /calendar',
    expected: '                         200 200   200   200    200   200',
    query: 'from=2026-11-01&to=2026-12-31',
  },
  { route: 'GET /activities', expected: '                       200 200   200   200    200   200' },
  { route: 'GET /activities/{id}', expected: '                  404 404   200   200    404   200' },
  { route: 'GET /activities/{id}/changes', expected: '          404 404   200   200    404   200' },
  {
    route: 'POST /activities',
    expected: '                      403 403   201   403    403   403',
    body: () => activity,
  },
  {
    route: 'PUT /activities/{id}',
    expected: '                  403 403   200   403    403   403',
    body: () => activity,
  },
  { route: 'GET /me/calendar-feed', expected: '                 200 200   200   200    200   200' },
  { route: 'POST /me/calendar-feed', expected: '                201 201   201   201    201   403', body: () => ({}) },
  { route: 'DELETE /me/calendar-feed', expected: '              200 200   200   200    200   403' },

  { route: 'GET /dialogues', expected: '                        200 200   200   403    403   200' },
  { route: 'GET /dialogues/{id}', expected: '                   200 404   200   403    403   200' },
  { route: 'GET /dialogues/{id}/agenda', expected: '            200 404   200   403    403   200' },
  { route: 'GET /dialogues/{id}/changes', expected: '           200 404   200   403    403   200' },
  {
    route: 'POST /dialogues',
    expected: '                       403 403   201   403    403   403',
    body: () => dialogue,
  },
  {
    route: 'PUT /dialogues/{id}',
    expected: '                   403 403   200   403    403   403',
    body: () => dialogue,
  },
  { route: 'POST /dialogues/{id}/actions', expected: '          403 403   201   403    403   403', body: () => action },
  {
    route: 'PUT /dialogues/{id}/actions/{n}',
    expected: '           200 404   200   403    403   403',
    body: () => ({ done: '2026-11-20' }),
  },
  { route: 'GET /decisions', expected: '                        200 200   200   200    403   200' },
  { route: 'GET /decisions/{id}', expected: '                   200 404   200   200    403   200' },
  { route: 'GET /decisions/{id}/changes', expected: '           200 404   200   200    403   200' },
  {
    route: 'POST /decisions',
    expected: '                       403 403   201   403    403   403',
    body: () => decision,
  },
  {
    route: 'PUT /decisions/{id}',
    expected: '                   403 403   200   403    403   403',
    body: () => decision,
  },
  { route: 'GET /lessons', expected: '                          200 200   200   200    403   200' },
  { route: 'GET /lessons/{id}', expected: '                     200 404   200   200    403   200' },
  { route: 'GET /lessons/{id}/changes', expected: '             200 404   200   200    403   200' },
  { route: 'POST /lessons', expected: '                         403 403   201   403    403   403', body: () => lesson },
  { route: 'PUT /lessons/{id}', expected: '                     403 403   200   403    403   403', body: () => lesson },
  { route: 'GET /analyses', expected: '                         200 200   200   200    200   200' },
  // It is the region's own.
  { route: 'GET /analyses/{id}', expected: '                    404 404   200   200    404   200' },
  { route: 'GET /analyses/{id}/changes', expected: '            404 404   200   200    404   200' },
  {
    route: 'POST /analyses',
    expected: '                        403 403   201   403    403   403',
    body: () => analysis,
  },
  {
    route: 'PUT /analyses/{id}',
    expected: '                    403 403   200   403    403   403',
    body: () => analysis,
  },
  { route: 'DELETE /analyses/{id}', expected: '                 403 403   200   403    403   403' },
];

/** What lies outside the contract's own part: open to anyone, or of a browser's sign-in. Status without any credential. */
export const outside: Readonly<Record<string, number>> = {
  'GET /api/health': 200,
  // Its address is the credential: one that is nobody's is not found.
  'GET /api/v1/calendar/:file{[\\w-]+\\.ics}': 404,
  'GET /api/public/v1/publications': 200,
  'GET /api/public/v1/summary': 200,
  'GET /api/public/v1/summary.json': 200,
  'GET /api/public/v1/summary.csv': 200,
  'GET /api/public/v1/catalogue': 200,
  'GET /api/openapi.json': 200,
  'GET /api/docs': 200,
  'GET /api/docs.css': 200,
  'GET /api/auth/sign-in': 302,
  'GET /api/auth/invitation': 302,
  'GET /api/auth/callback': 302,
  'POST /api/auth/sign-out': 403,
  'GET /api/auth/session': 401,
  'POST /api/auth/extend': 401,
};

/** Brings the report to a state, from whichever it is in, as its people would. */
export async function bring(almi: Report, wanted: State): Promise<void> {
  for (let steps = 0; steps < 8; steps++) {
    const { state, version: latest, remarks } = (await almi.read()).json;
    if (state === wanted && state === 'draft') await almi.fill(40);
    if (state === wanted && (state !== 'returned' || remarks.length > 0)) return;
    const step = async () => {
      if (state === 'notStarted') return almi.fill(40);
      if (state === 'draft') {
        await almi.fill(40);
        return almi.submit();
      }
      if (state === 'returned') return almi.submit();
      if (state === 'approved') return almi.reopen('samordnare', latest, reason);
      if (wanted === 'draft') return almi.recall();
      if (wanted === 'approved') return almi.approve('samordnare', latest);
      return almi.sendBack('samordnare', latest, { remarks: [{ path: 'texts.analys', text: 'Hur då?' }] });
    };
    const { status, text } = await step();
    if (status !== 200) throw new Error(`from ${state} to ${wanted}: ${status} ${text}`);
  }
  throw new Error(`the report does not come to ${wanted}`);
}
