import { rebuild } from '@insatskollen/functions/audit/rebuild.ts';
import { runCommand } from './command.ts';
import { withStore } from './open.ts';
import { readLocalSettings } from './settings.ts';

/** Rebuilds the summaries of the local data from the approved versions, also while the product runs. */
await runCommand(async () => {
  const { written, left } = await withStore(readLocalSettings(process.env), rebuild);
  console.log(`${written || 'Inga'} summor är rättade.`);
  if (left > 0) console.log(`${left} ändrades av andra hela tiden och är kvar att rätta: kör igen.`);
  return left === 0 ? 0 : 1;
});
