import { rebuildSearch } from '@insatskollen/functions/search/updating.ts';
import { runCommand } from './command.ts';
import { withStore } from './open.ts';
import { readLocalSettings } from './settings.ts';

/** Makes what is searched in anew from what there is, also while the product runs. */
await runCommand(async () => {
  const { documents, changed } = await withStore(readLocalSettings(process.env), rebuildSearch);
  console.log(`${documents} dokument går att söka i, ${changed || 'inga'} är ändrade.`);
  return 0;
});
