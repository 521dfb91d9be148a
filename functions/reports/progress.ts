import { progressOf } from '@insatskollen/shared/reports/complete.ts';
import type { Head } from '@insatskollen/shared/reports/head.ts';
import { knownTerms, readTerms } from '../agreements/termsStore.ts';
import type { Deps } from '../deps.ts';
import { libraryOf } from '../strategy/library.ts';
import { agreementVersionKey, draftKey } from '../table/keys.ts';
import { readDraft } from './draftStore.ts';

const AT_ONCE = 50;

/** How far each draft has come, by `agreement#period`; only of heads whose actor the caller reports for. */
export async function progressByReport(
  deps: Deps,
  own: readonly Head[],
  language: 'sv' | 'en',
): Promise<Map<string, { answered: number; required: number }>> {
  const { indicators, dimensions } = await libraryOf(deps);
  const progress = new Map<string, { answered: number; required: number }>();
  const writing = own.filter((head) => head.hasDraft);
  for (let from = 0; from < writing.length; from += AT_ONCE) {
    const heads = writing.slice(from, from + AT_ONCE);
    const drafts = heads.map((head) => draftKey(head.agreementId, head.period));
    const pinned = [...new Map(heads.map((h) => [`${h.agreementId}#${h.agreementVersion}`, h])).values()];
    const unknown = pinned.filter((h) => !knownTerms(deps.table, h.agreementId, h.agreementVersion));
    const terms = unknown.map((h) => agreementVersionKey(h.agreementId, h.agreementVersion));
    const items = await deps.table.getMany([...drafts, ...terms]);
    for (const item of items.slice(drafts.length)) readTerms(deps.table, item);
    for (const [n, head] of heads.entries()) {
      const draft = readDraft(items[n]);
      const agreed = knownTerms(deps.table, head.agreementId, head.agreementVersion);
      if (!draft || !agreed) continue;
      const answered = progressOf(draft.answers, { terms: agreed, indicators, dimensions, language });
      progress.set(`${head.agreementId}#${head.period}`, answered);
    }
  }
  return progress;
}
