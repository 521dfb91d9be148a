import { z } from 'zod';

export const roles = ['reporter', 'coordinator', 'leader', 'department', 'admin'] as const;
export const RoleSchema = z.enum(roles);
export type Role = z.infer<typeof RoleSchema>;

/** A person with an account. `id` is opaque: it is what events name, so that a name can change or go. */
export const PersonSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  roles: z.array(RoleSchema),
  /** The actors that a reporter reports for. */
  actorIds: z.array(z.string()),
  active: z.boolean(),
});
export type Person = z.infer<typeof PersonSchema>;

export type Scope = 'read' | 'write';

/** Who makes a request, and how far their session or token reaches. */
export interface Caller {
  person: Person;
  scope: Scope;
  via: 'session' | 'token';
  /** The id of the session, where there is one: not its secret. */
  sessionId?: string;
}
