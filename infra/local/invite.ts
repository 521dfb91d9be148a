import { parseArgs } from 'node:util';
import { createInvitation } from '@insatskollen/functions/people/invitations.ts';
import { z } from 'zod';
import { runCommand } from './command.ts';
import { Hindrance, inWords } from './hindrance.ts';
import { withStore } from './open.ts';
import { readLocalSettings } from './settings.ts';

const usage = 'Så här: npm run invite -- --admin <e-post> [--name <namn>]';

/** Prints a one-time link for an administrator: the first person, who then invites the others. */
await runCommand(async (args) => {
  const { email, name } = read(args);
  const invitation = await withStore(readLocalSettings(process.env), (deps) =>
    createInvitation(deps, { email, name, roles: ['admin'], actorIds: [] }).catch(inWords),
  );
  console.log(
    `Länken gäller en gång, till och med ${invitation.expiresAt.slice(0, 10)}, för ${email}:\n${invitation.url}`,
  );
  return 0;
});

function read(args: string[]): { email: string; name: string } {
  try {
    const { admin, name } = parseArgs({
      args,
      options: { admin: { type: 'string' }, name: { type: 'string' } },
    }).values;
    const email = z.email().parse(admin);
    return { email, name: name?.trim() || (email.split('@')[0] ?? email) };
  } catch {
    throw new Hindrance(usage);
  }
}
