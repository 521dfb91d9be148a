import { createInvitation } from '@insatskollen/functions/people/invitations.ts';
import { rebuildSearch } from '@insatskollen/functions/search/updating.ts';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { loadReference } from '../reference/load.ts';
import { depsOnAws } from '../server/depsOnAws.ts';
import { stages } from './settings.ts';

/**
 * Loads the strategy and the registers into a new stage's table, and prints a one-time link for its first administrator. Asked
 * again, it loads nothing twice and prints another link. Run by whoever deploys, with their own credentials.
 */
const usage =
  'STAGE=<stage> APP_ORIGIN=https://<domain> TABLE_NAME=<table> AWS_REGION=<region> npm run first-data -- --admin <email> [--name <name>]';

const EnvironmentSchema = z.object({
  STAGE: z.enum(stages),
  APP_ORIGIN: z.url({ protocol: /^https$/ }).transform((address) => new URL(address).origin),
  TABLE_NAME: z.string().min(1),
  AWS_REGION: z.string().min(1),
});

function readAsked(args: string[]) {
  try {
    const environment = EnvironmentSchema.parse(process.env);
    const options = { admin: { type: 'string' }, name: { type: 'string' } } as const;
    const { admin, name } = parseArgs({ args, options }).values;
    const email = z.email().parse(admin);
    return { environment, email, name: name?.trim() || email };
  } catch {
    return undefined;
  }
}

const asked = readAsked(process.argv.slice(2));
if (asked) {
  const { environment, email, name } = asked;
  const deps = depsOnAws(environment);
  await loadReference(deps);
  await rebuildSearch(deps);
  const invitation = await createInvitation(deps, { email, name, roles: ['admin'], actorIds: [] });
  console.log(`Good once, until ${invitation.expiresAt.slice(0, 10)}, for ${email}:\n${invitation.url}`);
} else {
  console.error(usage);
  process.exitCode = 1;
}
