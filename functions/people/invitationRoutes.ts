import { Refused } from '@insatskollen/shared/refusals.ts';
import type { Deps } from '../deps.ts';
import { mount, type Api } from '../http/endpoint.ts';
import { inviteAgain, invitePerson } from './invitations.ts';
import { refuseWrongMembership } from './membership.ts';
import { PersonExists } from './people.ts';
import { personAnswer, personOr404 } from './registerRoutes.ts';
import { replayIfAnswered } from './replay.ts';
import { InvitedAnswerSchema, InviteSchema } from './schemas.ts';

const texts = {
  emailTaken: { sv: 'Någon har redan den e-postadressen.', en: 'Someone has this e-mail address already.' },
  inactive: {
    sv: 'Kontot är avslutat. Öppna det innan du bjuder in igen.',
    en: 'The account is closed. Open it before you invite again.',
  },
};

/** Inviting people. The link is in the answer once; an answer repeated for an idempotency key has `null` in its place. */
export function mountInvitations(api: Api, deps: Deps): void {
  mount(
    api,
    deps,
    {
      method: 'post',
      path: '/people',
      summary: 'Invite a person',
      action: 'people.change',
      body: InviteSchema,
      answer: InvitedAnswerSchema,
      status: 201,
    },
    async (call) => {
      const wanted = await call.readBody();
      await refuseWrongMembership(deps, wanted, call.language);
      const person = { ...wanted, id: deps.newId(), active: true };
      const answer = (expiresAt: string, invitationUrl: string | null) => ({
        person: { ...person, version: 1, joinedAt: null, invitedUntil: expiresAt },
        invitationUrl,
        expiresAt,
      });
      try {
        const { url, expiresAt } = await replayIfAnswered(call, () =>
          invitePerson(deps, person, call.caller.person.id, (until) =>
            call.idempotency.remember(201, answer(until, null)),
          ),
        );
        return call.json(answer(expiresAt, url), { status: 201, etag: '1' });
      } catch (error) {
        if (!(error instanceof PersonExists)) throw error;
        const message = texts.emailTaken[call.language];
        throw new Refused('invalid', { errors: [{ path: 'email', code: 'emailTaken', message }] });
      }
    },
  );

  mount(
    api,
    deps,
    {
      method: 'post',
      path: '/people/{id}/invitation',
      summary: 'Make a new invitation link for someone',
      action: 'people.change',
      answer: InvitedAnswerSchema,
      status: 201,
    },
    async (call) => {
      const stored = await personOr404(deps, call.params['id']);
      await call.readBody();
      if (!stored.active)
        throw new Refused('wrongState', { detail: texts.inactive[call.language], reason: 'inactive' });
      const answer = (invitedUntil: string) => ({
        person: { ...personAnswer(stored), invitedUntil },
        expiresAt: invitedUntil,
      });
      const { url, expiresAt } = await replayIfAnswered(call, () =>
        inviteAgain(deps, stored, call.caller.person.id, (until) =>
          call.idempotency.remember(201, { ...answer(until), invitationUrl: null }),
        ),
      );
      return call.json({ ...answer(expiresAt), invitationUrl: url }, { status: 201 });
    },
  );
}
