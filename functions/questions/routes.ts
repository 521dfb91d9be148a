import {
  LibraryQuestionSchema,
  QuestionContentSchema,
  QuestionSetContentSchema,
  QuestionSetSchema,
  type QuestionContent,
  type QuestionSetContent,
} from '@insatskollen/shared/questions/question.ts';
import { questionSetFaults } from '@insatskollen/shared/questions/questionSetFaults.ts';
import type { Deps } from '../deps.ts';
import { mountChanges } from '../history/routes.ts';
import type { Api } from '../http/endpoint.ts';
import { PageQuerySchema } from '../http/paging.ts';
import { libraryNow, libraryOf } from '../strategy/library.ts';
import { mountReading } from '../strategy/reading.ts';
import { besides, mountSaving } from '../strategy/saving.ts';

const retiredOrChanged = (before: { retiredAt?: unknown }, after: { retiredAt?: unknown }): string =>
  before.retiredAt == null && after.retiredAt != null ? 'retired' : 'changed';

/**
 * Questions and sets of them. What an agreement asks is pinned with its version, so a change here reaches nobody who has begun to
 * answer: it is taken up when an agreement is next written or amended.
 */
export function mountQuestions(api: Api, deps: Deps): void {
  mountReading(api, deps, {
    name: 'questions',
    schema: LibraryQuestionSchema,
    query: PageQuerySchema,
    things: ({ questions }) => questions,
  });
  mountSaving<QuestionContent>(api, deps, {
    kind: 'question',
    path: '/questions',
    of: 'a question',
    content: QuestionContentSchema,
    body: QuestionContentSchema.extend(besides),
    answer: LibraryQuestionSchema,
    nameOf: ({ name }) => name,
    unnamed: 'fraga',
    faults: async () => [],
    what: retiredOrChanged,
  });
  mountChanges(api, deps, {
    path: '/questions/{id}',
    kind: 'question',
    of: 'a question',
    action: 'register.read',
    mayRead: async (_call, id) => (await libraryOf(deps)).questions.has(id),
  });

  mountReading(api, deps, {
    name: 'question-sets',
    schema: QuestionSetSchema,
    query: PageQuerySchema,
    things: ({ questionSets }) => questionSets,
  });
  mountSaving<QuestionSetContent>(api, deps, {
    kind: 'questionSet',
    path: '/question-sets',
    of: 'a question set',
    content: QuestionSetContentSchema,
    body: QuestionSetContentSchema.extend(besides),
    answer: QuestionSetSchema,
    nameOf: ({ name }) => name,
    unnamed: 'fragor',
    faults: async ({ after, before, language }) =>
      questionSetFaults(after, before, (await libraryNow(deps)).questions, language),
    what: retiredOrChanged,
  });
  mountChanges(api, deps, {
    path: '/question-sets/{id}',
    kind: 'questionSet',
    of: 'a question set',
    action: 'register.read',
    mayRead: async (_call, id) => (await libraryOf(deps)).questionSets.has(id),
  });
}
