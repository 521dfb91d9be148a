import type { Fault } from '../refusals.ts';
import type { QuestionSetContent } from './question.ts';

const words = {
  sv: {
    unknownQuestion: 'Frågan finns inte i biblioteket.',
    retired: 'Frågan används inte längre. Välj en annan.',
    twice: 'Frågan finns redan i uppsättningen.',
  },
  en: {
    unknownQuestion: 'The question is not in the library.',
    retired: 'The question is no longer used. Choose another.',
    twice: 'The question is in the set already.',
  },
} as const;

/** What is wrong with a question set: questions that are not there, are retired (unless it had them before), or stand twice. */
export function questionSetFaults(
  { questions }: QuestionSetContent,
  before: QuestionSetContent | undefined,
  library: ReadonlyMap<string, { retiredAt?: string | null | undefined }>,
  language: 'sv' | 'en',
): Fault[] {
  return questions.flatMap((id, n) => {
    const fault = (code: keyof typeof words.sv): Fault[] => [
      { path: `questions.${n}`, code, message: words[language][code] },
    ];
    const question = library.get(id);
    if (!question) return fault('unknownQuestion');
    if (question.retiredAt != null && !before?.questions.includes(id)) return fault('retired');
    return questions.indexOf(id) < n ? fault('twice') : [];
  });
}
