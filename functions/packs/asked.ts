import { can } from '@insatskollen/shared/people/permissions.ts';
import { Refused, type Fault } from '@insatskollen/shared/refusals.ts';
import type { z } from 'zod';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/endpoint.ts';
import { libraryOf } from '../strategy/library.ts';
import { dialogueFor } from './dialogueData.ts';
import type { Asked } from './packStore.ts';
import { resolveQuotes } from './quotes.ts';
import type { AskSchema } from './schemas.ts';

type Ask = z.output<typeof AskSchema>;

const texts = {
  inFuture: { sv: 'Läget kan inte vara senare än nu.', en: 'The figures cannot be as of later than now.' },
  onlyNow: {
    sv: 'Underlaget för en dialog är alltid som det är nu.',
    en: 'The sheet for a dialogue is always as it is now.',
  },
  noDialogue: { sv: 'Välj en dialog som är bokad.', en: 'Choose a dialogue that is booked.' },
  unknownArea: { sv: 'Insatsområdet finns inte.', en: 'There is no such focus area.' },
};

/** What somebody asks for, checked: 422 with everything that is not right in it. */
export async function askedFrom(deps: Deps, { caller, language }: Call<unknown, unknown>, ask: Ask): Promise<Asked> {
  const { kind, from, to, areas, figures, assessments, appendix } = ask;
  const now = deps.businessNow().toISOString();
  const { focusAreas, actors } = await libraryOf(deps);
  const errors: Fault[] = [];
  const fault = (path: string, code: keyof typeof texts) => errors.push({ path, code, message: texts[code][language] });
  if (ask.asOf !== undefined && ask.asOf > now) fault('asOf', 'inFuture');
  for (const [n, id] of areas.entries()) if (!focusAreas.includes(id)) fault(`areas.${n}`, 'unknownArea');
  // Whoever picks words answers for that their actor lets them be spread: those who talk with it.
  if (ask.quotes.length > 0 && !can(caller.person, 'dialogue.change')) throw new Refused('notAllowed');
  const { quotes, errors: misquoted } = await resolveQuotes(deps, ask.quotes, language);
  errors.push(...misquoted);
  let dialogue: Asked['dialogue'] = null;
  if (kind === 'dialogue') {
    // What an actor has handed in and not had approved is for those who talk with it.
    if (!can(caller.person, 'dialogue.change')) throw new Refused('notAllowed');
    if (ask.asOf !== undefined) fault('asOf', 'onlyNow');
    const found = await dialogueFor(deps, ask);
    if (!found) fault(ask.dialogue === undefined ? 'actor' : 'dialogue', 'noDialogue');
    else {
      const { id, actorId, day } = found;
      dialogue = { id, actorId, day, actor: actors.get(actorId)?.shortName ?? actorId };
    }
  }
  if (errors.length > 0) throw new Refused('invalid', { errors });
  return {
    personId: caller.person.id,
    ...{ kind, language: ask.language, from, to, asOf: ask.asOf ?? now },
    choices: { areas, figures, assessments, appendix },
    quotes,
    dialogue,
  };
}
