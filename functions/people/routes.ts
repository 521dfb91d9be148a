import type { Deps } from '../deps.ts';
import { mount, type Api } from '../http/endpoint.ts';
import { mountInvitations } from './invitationRoutes.ts';
import { mountRegister } from './registerRoutes.ts';
import { MeSchema } from './schemas.ts';
import { mountSessions } from './sessionRoutes.ts';
import { mountTokens } from './tokenRoutes.ts';

/** Who I am, my API tokens, and the register of people that administrators keep. */
export function mountPeople(api: Api, deps: Deps): void {
  mount(
    api,
    deps,
    { method: 'get', path: '/me', summary: 'Who I am', action: 'self.read', answer: MeSchema },
    async (call) => call.json(MeSchema.parse(call.caller.person)),
  );
  mountSessions(api, deps);
  mountTokens(api, deps);
  mountRegister(api, deps);
  mountInvitations(api, deps);
}
