import { QuestionSetSchema } from '@insatskollen/shared/questions/question.ts';
import { mayChangeRegister } from '#lib/edit/coordinator.server.ts';
import { readHistory } from '#lib/edit/history.server.ts';
import { readAgreements, readInitiatives, readLibrary, readOne } from '#lib/server/register.ts';
import { agreementLines } from '../../../agreementLines.server.ts';
import { questionsFor, questionTelling } from '../../questionForm.server.ts';
import type { PageServerLoad } from './$types';

/** One question set: its questions in order, and the agreements that ask just those. */
export const load: PageServerLoad = async (event) => {
  const { id } = event.params;
  const { language } = event.locals;
  const [set, library, initiatives, agreements] = await Promise.all([
    readOne(event, 'question-sets', id, QuestionSetSchema),
    readLibrary(event),
    readInitiatives(event),
    readAgreements(event),
  ]);
  return {
    set,
    mayChange: mayChangeRegister(event),
    saved: event.url.searchParams.has('sparat'),
    questions: questionsFor(library, set.questions).slice(0, set.questions.length),
    agreements: agreementLines(
      agreements.filter(({ questions }) => questions.join() === set.questions.join()),
      library,
      initiatives,
      language,
    ),
    history: await readHistory(event, `/question-sets/${encodeURIComponent(id)}`, questionTelling(library, language)),
  };
};
