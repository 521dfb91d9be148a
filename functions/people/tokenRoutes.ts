import { Refused } from '@insatskollen/shared/refusals.ts';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { mount, noStore, type Api } from '../http/endpoint.ts';
import { replayIfAnswered } from './replay.ts';
import {
  cursorAfter,
  NewTokenAnswerSchema,
  NewTokenSchema,
  TokenAnswerSchema,
  TokensAnswerSchema,
  TokensQuerySchema,
} from './schemas.ts';
import { personById } from './store.ts';
import { createToken, listTokens, revokeToken, type Token } from './tokens.ts';

const onlySignedIn = {
  sv: 'Skapa nycklar i webbläsaren: en nyckel kan inte skapa en annan.',
  en: 'Create tokens in the browser: a token cannot create another.',
};

/** A person's own API tokens. */
export function mountTokens(api: Api, deps: Deps): void {
  mount(
    api,
    deps,
    {
      method: 'get',
      path: '/me/tokens',
      summary: 'My API tokens',
      action: 'self.read',
      query: TokensQuerySchema,
      answer: TokensAnswerSchema,
    },
    async (call) => {
      const { tokens, last } = await listTokens(deps, call.caller.person.id, call.query.limit, call.query.cursor);
      return call.json({ items: tokens.map(answerOf), nextCursor: cursorAfter(last) });
    },
  );

  mount(
    api,
    deps,
    {
      method: 'post',
      path: '/me/tokens',
      summary: 'Create an API token, shown once',
      action: 'self.change',
      body: NewTokenSchema,
      answer: NewTokenAnswerSchema,
      status: 201,
    },
    async (call) => {
      if (call.caller.via === 'token') throw new Refused('notAllowed', { detail: onlySignedIn[call.language] });
      const wanted = await call.readBody();
      const person = await personById(deps, call.caller.person.id);
      if (!person) throw new Refused('notSignedIn');
      const { token, secret } = await replayIfAnswered(call, () =>
        createToken(deps, person, wanted, (made) => call.idempotency.remember(201, { ...answerOf(made), token: null })),
      );
      return call.json({ ...answerOf(token), token: secret }, { status: 201 });
    },
  );

  mount(
    api,
    deps,
    {
      method: 'delete',
      path: '/me/tokens/{id}',
      summary: 'End an API token',
      action: 'self.change',
      answer: z.undefined(),
      status: 204,
    },
    async (call) => {
      await call.readBody();
      const remembered = call.idempotency.remember(204, null);
      if (!(await revokeToken(deps, call.caller.person, call.params['id'] ?? '', remembered))) {
        await call.idempotency.recallAgain();
        throw new Refused('notFound');
      }
      return new Response(null, { status: 204, headers: noStore });
    },
  );
}

const answerOf = (token: Token): z.infer<typeof TokenAnswerSchema> => TokenAnswerSchema.parse(token);
