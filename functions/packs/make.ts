import type { PackContent } from '@insatskollen/shared/packs/content.ts';
import { boardPack } from '@insatskollen/shared/packs/board.ts';
import { dialoguePack } from '@insatskollen/shared/packs/dialogue.ts';
import { yearlyPack } from '@insatskollen/shared/packs/yearly.ts';
import type { PackFormat } from '@insatskollen/shared/packs/kinds.ts';
import { kindAndPlace } from '@insatskollen/shared/failure.ts';
import { Refused } from '@insatskollen/shared/refusals.ts';
import type { Deps } from '../deps.ts';
import { ConditionFailed } from '../table/client.ts';
import { TableAway } from '../table/retry.ts';
import { formatsLeft, nextWrite, packOf, type Pack } from './packStore.ts';
import { keepContent, keepFile, keptContent } from './partStore.ts';
import { dialogueData } from './dialogueData.ts';
import { docxOf } from './docx.ts';
import { pdfOf } from './pdf.ts';
import { pptxOf } from './pptx.ts';
import { strategyData } from './strategyData.ts';

/** More than a pack of many files needs where each is made by another. */
const MOST_TRIES = 10;

/**
 * Makes a pack part by part: what it says, then each file. What is made is kept before the next is begun, so whoever takes it on after
 * one that was cut off begins where that one was. Taking it on makes it one's own: an earlier one that is still at it finds so at its
 * next step and stops. Ends when it is whole, has failed, or may not go on; then it waits again, which the stream tells of.
 */
export async function makePack(
  deps: Deps,
  at: { personId: string; id: string },
  mayGoOn: () => boolean,
): Promise<void> {
  const found = await packOf(deps, at.personId, at.id);
  if (!found || found.state === 'done' || found.state === 'failed') return;
  const own = stepper(deps, found);
  try {
    await own.step({ state: 'running', turn: found.turn + 1, tries: found.tries + 1 });
    // Whoever takes it on is cut off by it, time after time.
    if (found.tries >= MOST_TRIES) return await own.step({ state: 'failed', failure: 'fault' });
    if (own.now().done === 0) {
      await keepContent(deps, own.now(), await contentOf(deps, own.now()));
      await own.step({ done: 1 });
    }
    for (const format of formatsLeft(own.now())) {
      if (!mayGoOn()) return await own.step({ state: 'queued' });
      const bytes = await renderers[format](await keptContent(deps, own.now()));
      await keepFile(deps, own.now(), format, bytes);
      const { files, done } = own.now();
      await own.step({ files: [...files, { format, bytes: bytes.length }], done: done + 1 });
    }
    await own.step({ state: 'done' });
  } catch (error) {
    // Another has taken it on, and goes on with it.
    if (error instanceof ConditionFailed) return;
    if (error instanceof TableAway) throw error;
    const { name, place } = kindAndPlace(error);
    console.error(JSON.stringify({ level: 'error', event: 'packFailed', name, place }));
    const failure = error instanceof Refused && error.code === 'notFound' ? 'gone' : 'fault';
    await own.step({ state: 'failed', failure });
  }
}

/** Writes one state of a pack after the other, each only while nobody else has taken it on. */
function stepper(deps: Deps, found: Pack) {
  let now = found;
  return {
    now: () => now,
    async step(change: Partial<Pack>): Promise<void> {
      const next = { ...now, ...change };
      await deps.table.transact([nextWrite(next, now.turn)]);
      now = next;
    },
  };
}

async function contentOf(deps: Deps, pack: Pack): Promise<PackContent> {
  switch (pack.kind) {
    case 'board':
      return boardPack(await strategyData(deps, pack));
    case 'yearly':
      return yearlyPack(await strategyData(deps, pack));
    case 'dialogue':
      return dialoguePack(await dialogueData(deps, pack));
  }
}

const renderers: Record<PackFormat, (content: PackContent) => Promise<Uint8Array>> = {
  pptx: pptxOf,
  pdf: pdfOf,
  docx: docxOf,
};
