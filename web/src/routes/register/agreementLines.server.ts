import type { Agreement } from '@insatskollen/shared/agreements/agreement.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { Library } from '#lib/server/register.ts';
import { namesIn } from './names.ts';

/** Agreements as `AgreementLines.svelte` lists them: newest term first, then by actor. */
export function agreementLines(
  agreements: readonly Agreement[],
  library: Library,
  initiatives: readonly { id: string; title: string }[],
  language: Language,
) {
  const names = namesIn(library, language);
  return agreements
    .map(({ id, reference, actorId, initiativeId, termStart, termEnd }) => ({
      id,
      reference,
      actor: names.actor(actorId),
      initiative: initiatives.find((one) => one.id === initiativeId)?.title ?? initiativeId,
      termStart,
      termEnd,
    }))
    .toSorted((a, b) => b.termStart.localeCompare(a.termStart) || a.actor.localeCompare(b.actor, 'sv'));
}
