import { verify } from '@insatskollen/functions/audit/verify.ts';
import { runCommand } from './command.ts';
import { withStore } from './open.ts';
import { readLocalSettings } from './settings.ts';

/** Recomputes every figure and every chain of hashes in the local data, and names each difference; code 1 if there is any. */
await runCommand(async () => {
  const { reports, cells, differences } = await withStore(readLocalSettings(process.env), verify);
  for (const { key, what, stored, expected } of differences) {
    console.log(`${key}: ${what} är ${stored} men ska vara ${expected}`);
  }
  console.log(`${reports} rapporter och ${cells} summor räknade om: ${differences.length || 'inga'} avvikelser.`);
  return differences.length === 0 ? 0 : 1;
});
