import { documentKey, searchRevisionKey } from '@insatskollen/functions/table/keys.ts';
import type { SearchDocument } from '@insatskollen/shared/search/document.ts';
import { openHouse } from './house.ts';
import { costOf, rounded, succeeded, timed, type Timing } from './measure.ts';

/** What searching in so many documents costs. */
export interface Searching {
  documents: number;
  /** The first search of a process, which reads all documents. */
  firstSeconds: number;
  rssMb: number;
  questions: ({ name: string; total: number; requests: number } & Timing)[];
}

const questions = [
  { name: 'a word', q: 'rådgivningen' },
  { name: 'a word with a slip', q: 'rådgvning' },
  { name: 'three words', q: 'kvinnor export företag' },
  { name: 'a beginning that a third of all words have', q: 'ord' },
  { name: 'nothing', q: 'rymdfärja' },
];
const COUNTED = 40;

/** Searches as a coordinator, who reads all of it, in each of so many documents: a page of a kind, as the page asks for it. */
export async function measureSearching(sizes: readonly number[], handler: string): Promise<Searching[]> {
  const measured: Searching[] = [];
  for (const documents of sizes) measured.push(await searchingIn(documents, handler));
  return measured;
}

async function searchingIn(documents: number, handler: string): Promise<Searching> {
  const house = await openHouse({ approved: 0, worked: 0, stream: false }, handler);
  try {
    const { table } = house.deps;
    await table.putAll(
      Array.from({ length: documents }, (_, n) => {
        const document = madeUp(n);
        return { ...documentKey(document.id), document: JSON.stringify(document), hash: document.id };
      }),
    );
    await table.put({ Item: { ...searchRevisionKey, revision: documents } });
    const headers = (await house.person('coordinator', 0)).byToken;
    const ask = async (q: string) =>
      succeeded(await house.server.ask({ path: `/api/v1/search?q=${encodeURIComponent(q)}&limit=50`, headers }));
    await house.server.ask({ path: '/api/v1/me', headers });
    const began = performance.now();
    await ask('avtal');
    const firstSeconds = rounded((performance.now() - began) / 1000, 2);
    const results: Searching['questions'] = [];
    for (const { name, q } of questions) {
      const timing = await timed(house.server, { warmUp: 5, counted: COUNTED }, () => ask(q));
      const { own } = await costOf(house.server, 10, () => ask(q));
      const { total } = JSON.parse((await ask(q)).body) as { total: number };
      results.push({ name, total, requests: own, ...timing });
    }
    return { documents, firstSeconds, rssMb: rounded((await house.server.usage()).rssMb, 0), questions: results };
  } finally {
    await house.close();
  }
}

const words =
  'företag kvinnor rådgivning unga export avtal insats kommun möte samarbete finansiering nätverk utveckling hållbar innovation kompetens Nyköping Eskilstuna starta växa ökade minskade kvartal deltagare'.split(
    ' ',
  );
const WORDS = 220;

/** About a page of text, of few words that everything holds and many that little does. */
function madeUp(n: number): SearchDocument {
  const text = Array.from({ length: WORDS }, (_, at) =>
    (n + at) % 3 === 0 ? `${words[(n * 7 + at * 11) % words.length]}` : `ord${(n * 31 + at * 17) % 20_000}`,
  ).join(' ');
  return {
    ...{ id: `report:made-up-${n}:2026-Q1:latest`, kind: 'report', title: '', day: '2026-04-20' },
    parts: [{ name: 'Analys', text }],
    access: { to: 'report', actorId: 'almi', latest: true, approved: n % 2 === 0 },
    place: { agreementId: `made-up-${n}`, period: '2026-Q1', actorId: 'almi', initiativeId: 'almi-basuppdrag' },
  };
}
