import { difference, total, type Cells } from '@insatskollen/shared/summary/cells.ts';
import { books, type Book } from '@insatskollen/shared/summary/countedVersion.ts';
import { chainsOf } from '../agreements/chains.ts';
import { planWrites } from '../agreements/planWrites.ts';
import { pairRevision, storedAgreements, type StoredAgreement } from '../agreements/store.ts';
import { MOST_WRITES, orderAfter, writeAgreement } from '../agreements/write.ts';
import type { Deps } from '../deps.ts';
import { libraryNow, type Library } from '../strategy/library.ts';
import { additions } from '../summary/change.ts';
import { ConditionFailed, type Key, type TransactWrite } from '../table/client.ts';
import { agreementVersionKey, chainKey, headKey, pairKey } from '../table/keys.ts';
import { readAhead } from '../table/readAhead.ts';
import { startOver } from '../table/startOver.ts';
import { Neighbours, pairOf } from './neighbours.ts';
import type { Entry } from './plan.ts';

type AgreementEntry = Extract<Entry, { kind: 'agreement' }>;

/** So many are read and planned together, and then written by as few transactions as hold them. */
const ROUND = 32;
/** So many focus areas are written in at a time. */
const LANES = 4;

/** Agreements that go into one transaction, and what they give to the cells that they share. */
interface Together {
  entries: AgreementEntry[];
  writes: TransactWrite[];
  sums: Record<Book, Cells>;
}

/**
 * Writes agreements with all that follows from each, several in a transaction. What all of them need is read once: nobody else
 * writes in the registers meanwhile, and they were checked after that began. What is written already is passed over. Those that
 * count in one focus area give to the same cells, so they are written one transaction after the other, and some areas at a time.
 * `onTheWay` is told every now and then how many are written, and says whether to go on; `false` where it did not.
 */
export async function writeAgreements(
  deps: Deps,
  by: string,
  entries: readonly AgreementEntry[],
  onTheWay: (done: number) => Promise<boolean>,
): Promise<boolean> {
  if (entries.length === 0) return true;
  const [library, stored] = await Promise.all([libraryNow(deps), storedAgreements(deps.table)]);
  const now = new Map(stored.map((one) => [one.agreement.id, one]));
  const all = stored.map(({ agreement }) => agreement);
  const among = { by, library, now, neighbours: new Neighbours(all), order: orderAfter(stored) };
  const left = entries.filter(({ id, from }) => (now.get(id)?.agreement.version ?? null) === from);
  let done = entries.length - left.length;
  const areaOf = ({ after }: AgreementEntry) => library.initiatives.get(after.initiativeId)?.primaryFocusArea;
  const areas = [...Map.groupBy(left, areaOf).values()].map(roundsOf);
  const lane = async () => {
    for (let rounds = areas.pop(); rounds; rounds = areas.pop())
      for (const round of rounds) {
        if (!(await onTheWay(done))) return false;
        for (const together of await planRound(deps, round, among)) await writeTogether(deps, by, together);
        done += round.length;
      }
    return true;
  };
  const lanes = await Promise.allSettled(Array.from({ length: LANES }, lane));
  for (const ended of lanes) if (ended.status === 'rejected') throw ended.reason;
  return lanes.every((ended) => ended.status === 'fulfilled' && ended.value);
}

/** What agreements of a file are written among, kept as it will be when they are. */
interface Registers {
  by: string;
  library: Library;
  now: ReadonlyMap<string, StoredAgreement>;
  neighbours: Neighbours;
  /** The next free place in the list. */
  order: number;
}

async function planRound(deps: Deps, round: readonly AgreementEntry[], among: Registers): Promise<Together[]> {
  const { by, library, now, neighbours } = among;
  const ahead = { ...deps, table: await readAhead(deps.table, keysFor(round, among)) };
  const planned: Together[] = [];
  for (const entry of round) {
    const before = now.get(entry.id);
    const agreements = neighbours.of(entry.after);
    const pair = await pairRevision(ahead.table, entry.after);
    const order = before?.order ?? among.order++;
    const one = await planWrites(ahead, wantedBy(entry, by, before), { library, agreements, pair, order });
    const last = planned.at(-1);
    const both = last && joined(last, { entries: [entry], ...one });
    if (both && writesOf(both).length <= MOST_WRITES) planned[planned.length - 1] = both;
    else planned.push({ entries: [entry], ...one });
    neighbours.put(entry.after);
  }
  return planned;
}

const wantedBy = ({ after, reason }: AgreementEntry, by: string, before: StoredAgreement | undefined) =>
  ({ agreement: after, before, effectiveFrom: null, by, reason, language: 'sv' }) as const;

/** Entries in rounds. None has two of the same pair, since each rests on what the one before wrote. */
function roundsOf(entries: readonly AgreementEntry[]): AgreementEntry[][] {
  const turns: AgreementEntry[][] = [];
  for (const ofPair of Map.groupBy(entries, ({ after }) => pairOf(after)).values())
    for (const [n, entry] of ofPair.entries()) (turns[n] ??= []).push(entry);
  return turns.flatMap((turn) =>
    Array.from({ length: Math.ceil(turn.length / ROUND) }, (_, n) => turn.slice(n * ROUND, (n + 1) * ROUND)),
  );
}

/** Everything that planning them asks for. */
function keysFor(entries: readonly AgreementEntry[], { now, neighbours }: Registers): Key[] {
  return entries.flatMap(({ id, after }) => {
    const { places } = chainsOf([...neighbours.of(after).filter((one) => one.id !== id), after]);
    const before = now.get(id);
    return [
      pairKey(after.actorId, after.initiativeId),
      ...books.map((book) => chainKey(places.get(id)?.chain ?? id, book)),
      ...(before ? [agreementVersionKey(id, before.agreement.version)] : []),
      ...Object.keys(before?.pins ?? {}).map((period) => headKey(id, period)),
    ];
  });
}

const joined = (one: Together, other: Together): Together => ({
  entries: [...one.entries, ...other.entries],
  writes: [...one.writes, ...other.writes],
  sums: {
    official: difference(new Map(), total(one.sums.official, other.sums.official)),
    preview: difference(new Map(), total(one.sums.preview, other.sums.preview)),
  },
});

const writesOf = ({ writes, sums }: Together): TransactWrite[] => [
  ...writes,
  ...books.flatMap((book) => additions(book, sums[book])),
];

/** Where somebody has begun one of their reports meanwhile, each is written by itself, from what is there then. */
async function writeTogether(deps: Deps, by: string, together: Together): Promise<void> {
  try {
    await deps.table.transact(writesOf(together));
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
    for (const entry of together.entries) await writeByItself(deps, by, entry);
  }
}

async function writeByItself(deps: Deps, by: string, entry: AgreementEntry): Promise<void> {
  await startOver(
    async () => {
      const before = (await storedAgreements(deps.table)).find(({ agreement }) => agreement.id === entry.id);
      if ((before?.agreement.version ?? null) !== entry.from) return;
      await writeAgreement(deps, { ...wantedBy(entry, by, before), alsoWrite: [] });
    },
    async () => {},
  );
}
