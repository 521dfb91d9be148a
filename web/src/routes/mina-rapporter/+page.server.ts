import { DialogueSchema, openActions } from '@insatskollen/shared/dialogues/dialogue.ts';
import { error } from '@sveltejs/kit';
import { readInitiatives, readLibrary, tryAll } from '#lib/server/register.ts';
import { orRefuse } from '#lib/server/api.ts';
import { ReportItemSchema } from '#lib/report/schemas.server.ts';
import { workOf } from '#lib/report/nextStep.ts';
import type { PageServerLoad } from './$types';

/** The reports of the visitor's own actors, by what is to be done with them. */
export const load: PageServerLoad = async (event) => {
  const { me, now, language } = event.locals;
  if (!me)
    error(503, {
      message:
        language === 'sv' ? 'Tjänsten når inte sina data just nu.' : 'The service cannot reach its data just now.',
    });
  if (!me.roles.includes('reporter'))
    error(403, {
      message:
        language === 'sv'
          ? 'Sidan är för den som rapporterar för en aktör.'
          : 'This page is for those who report for an actor.',
    });
  const [library, initiatives, dialogues, ...lists] = await Promise.all([
    readLibrary(event),
    readInitiatives(event),
    tryAll(event, '/api/v1/dialogues', {}, DialogueSchema),
    ...me.actorIds.map((actor) => tryAll(event, '/api/v1/reports', { actor }, ReportItemSchema)),
  ]);
  const titles = new Map(initiatives.map(({ id, title }) => [id, title]));
  const names = new Map(library.actors.map(({ id, shortName }) => [id, shortName]));
  // One's own organisation goes without saying, until there are several.
  const titleOf = ({ actorId, initiativeId }: { actorId: string; initiativeId: string }) => {
    const title = titles.get(initiativeId) ?? initiativeId;
    return me.actorIds.length > 1 ? `${names.get(actorId) ?? actorId}: ${title}` : title;
  };
  const reports = lists
    .flatMap((list) => orRefuse(event, list))
    .map((report) => ({
      ...report,
      title: titleOf(report),
    }));
  // What was agreed is shown where it can be; the reports do not wait for it.
  const agreed = dialogues.ok
    ? openActions(dialogues.data.filter(({ actorId }) => me.actorIds.includes(actorId))).filter(
        ({ side }) => side === 'actor',
      )
    : [];
  return { work: workOf(reports, now), agreed, actors: me.actorIds.map((id) => names.get(id) ?? id) };
};
