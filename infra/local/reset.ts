import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { runCommand } from './command.ts';
import { allFiles, fileNames } from './dataFolder.ts';
import { Hindrance } from './hindrance.ts';
import { lockForServer } from './houseLock.ts';
import { waitForEngineToEnd } from './running.ts';
import { readLocalSettings } from './settings.ts';

/** Empties the local data, after asking. Only files of ours are removed, whatever else lies in the folder. */
await runCommand(async (args) => {
  const { dataDir, endpoint } = readLocalSettings(process.env);
  if (endpoint !== undefined) throw new Hindrance('Data ligger i den motor som DYNAMODB_ENDPOINT anger, och töms där.');
  if (!allFiles(dataDir).some((file) => existsSync(file))) {
    console.log(`Det finns inga data i ${dataDir}.`);
    return 0;
  }
  const lock = await lockForServer(dataDir);
  try {
    if (!args.includes('--yes') && !(await agreed(dataDir))) {
      console.log('Inget har ändrats.');
      return 1;
    }
    await waitForEngineToEnd(dataDir);
    const lockFiles = join(dataDir, fileNames.lock);
    for (const file of allFiles(dataDir)) if (!file.startsWith(lockFiles)) rmSync(file, { force: true });
  } finally {
    lock.release();
  }
  console.log(`Data i ${dataDir} är borta. Nästa npm start börjar om.`);
  return 0;
});

/** Asks, and takes anything but a clear yes as no, also when there is nobody to answer. */
async function agreed(dataDir: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const nobody = new Promise<string>((done) => terminal.once('close', () => done('')));
  const question = `Ta bort alla data i ${dataDir}? Det går inte att ångra. Skriv ja (eller kör med --yes): `;
  const answer = await Promise.race([terminal.question(question), nobody]);
  terminal.close();
  return answer.trim().toLowerCase() === 'ja';
}
