import { parseArgs } from 'node:util';
import { createTokenFor } from '@insatskollen/functions/people/tokens.ts';
import { runCommand } from './command.ts';
import { Hindrance, inWords } from './hindrance.ts';
import { withStore } from './open.ts';
import { readLocalSettings } from './settings.ts';

const usage = 'Så här: npm run -s token -- --as <e-post> [--scope read|write]';

/** Makes an API token for someone in the local data, and prints it and nothing else. */
await runCommand(async (args) => {
  const { as: email, scope } = read(args);
  const token = await withStore(readLocalSettings(process.env), (deps) =>
    createTokenFor(deps, { email, scope }).catch(inWords),
  );
  console.log(token);
  return 0;
});

function read(args: string[]): { as: string; scope: 'read' | 'write' } {
  try {
    const { as, scope } = parseArgs({
      args,
      options: { as: { type: 'string' }, scope: { type: 'string', default: 'read' } },
    }).values;
    if (as && (scope === 'read' || scope === 'write')) return { as, scope };
  } catch {
    // Said below.
  }
  throw new Hindrance(usage);
}
