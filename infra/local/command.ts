import './pinnedNode.ts';
import { TableAway } from '@insatskollen/functions/table/retry.ts';
import { Hindrance } from './hindrance.ts';
import { refuseOutsideLocalMode } from './localOnly.ts';

/** Runs a command of one machine and ends with the code that it answers; what keeps it from running is shown as one sentence, with code 1. */
export async function runCommand(command: (args: string[]) => Promise<number>): Promise<void> {
  try {
    refuseOutsideLocalMode(process.env);
    process.exitCode = await command(process.argv.slice(2));
  } catch (error) {
    console.error(sentenceOf(error) ?? error);
    process.exitCode = 1;
  }
}

function sentenceOf(error: unknown): string | undefined {
  if (error instanceof Hindrance) return error.message;
  return error instanceof TableAway ? 'Tabellmotorn svarar inte. Försök igen om en stund.' : undefined;
}
