import { mayChangeRegister } from '#lib/edit/coordinator.server.ts';
import { readHistory } from '#lib/edit/history.server.ts';
import { bareText, headingOf } from '@insatskollen/shared/reports/answerWords.ts';
import { readLibrary, readOne } from '#lib/server/register.ts';
import { decisionTelling, KeptDecisionSchema, namesIn, type KeptDecision } from '../decisionForm.server.ts';
import type { PageServerLoad } from './$types';

type Figure = NonNullable<KeptDecision['figures']>['areas'][number]['figures'][number];

/** One decision, with the figures as they stood when it was written down. */
export const load: PageServerLoad = async (event) => {
  const { id } = event.params;
  const { language } = event.locals;
  const [decision, library] = await Promise.all([
    readOne(event, 'decisions', id, KeptDecisionSchema),
    readLibrary(event),
  ]);
  const names = namesIn(library);
  const nameOf = (of: string) => names.get(of) ?? of;
  /** As it was called and counted then; the library only says how it is written. */
  const inWords = (figure: Figure) => {
    const known = library.indicators.find((one) => one.id === figure.id);
    const kept = (text: Figure['name']) => ({ sv: text.sv, en: text.en ?? text.sv });
    const of = known && { ...known, name: kept(figure.name), unit: kept(figure.unit) };
    const shown = (value: string | null) => (value === null ? '' : of ? bareText(value, of, language) : value);
    const choices = Object.entries(figure.choices ?? {}).map(([choice, count]) => {
      const name = known?.options?.find((option) => option.id === choice)?.name[language] ?? choice;
      return `${name}: ${count}`;
    });
    return {
      id: figure.id,
      name: of ? headingOf(of, language) : figure.name.sv,
      value:
        choices.length > 0
          ? choices.join(', ')
          : figure.max !== null && figure.max !== figure.value
            ? `${shown(figure.value)}–${shown(figure.max)}`
            : shown(figure.value),
      target: shown(figure.target),
    };
  };
  const { figures } = decision;
  return {
    decision,
    areas: decision.focusAreas.map(nameOf),
    actors: decision.actorIds.map(nameOf),
    figures: figures && {
      ...figures,
      areas: figures.areas.map((area) => ({ ...area, figures: area.figures.map(inWords) })),
    },
    mayChange: mayChangeRegister(event),
    saved: event.url.searchParams.has('sparat'),
    history: await readHistory(event, `/decisions/${encodeURIComponent(id)}`, decisionTelling(library, language)),
  };
};
