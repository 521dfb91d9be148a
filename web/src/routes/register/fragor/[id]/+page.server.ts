import { LibraryQuestionSchema } from '@insatskollen/shared/questions/question.ts';
import { mayChangeRegister } from '#lib/edit/coordinator.server.ts';
import { readHistory } from '#lib/edit/history.server.ts';
import { readAgreements, readInitiatives, readLibrary, readOne } from '#lib/server/register.ts';
import { agreementLines } from '../../agreementLines.server.ts';
import { questionTelling } from '../questionForm.server.ts';
import type { PageServerLoad } from './$types';

/** One question: how it is asked, and who uses it. */
export const load: PageServerLoad = async (event) => {
  const { id } = event.params;
  const { language } = event.locals;
  const [question, library, initiatives, agreements] = await Promise.all([
    readOne(event, 'questions', id, LibraryQuestionSchema),
    readLibrary(event),
    readInitiatives(event),
    readAgreements(event),
  ]);
  return {
    question,
    mayChange: mayChangeRegister(event),
    saved: event.url.searchParams.has('sparat'),
    sets: library.questionSets
      .filter(({ questions }) => questions.includes(id))
      .map((set) => ({ id: set.id, name: set.name })),
    agreements: agreementLines(
      agreements.filter(({ questions }) => questions.includes(id)),
      library,
      initiatives,
      language,
    ),
    history: await readHistory(event, `/questions/${encodeURIComponent(id)}`, questionTelling(library, language)),
  };
};
