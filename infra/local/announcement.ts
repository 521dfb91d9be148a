import { relative } from 'node:path';
import { demoPeople } from './people.ts';
import { readReference } from '../reference/read.ts';
import { rolesInWords } from './openid/picker.ts';

/** The block that is printed when everything is ready: where, who, and how to stop. */
export function announcement(ready: {
  origin: string;
  mailPage: string;
  dataDir: string;
  demo: boolean;
  demoTime: Date | undefined;
}): string {
  const { origin, mailPage, dataDir, demo, demoTime } = ready;
  const folder = relative(process.cwd(), dataDir);
  const rows = [
    '',
    `Insatskollen är igång på ${origin}`,
    '',
    ...(demo
      ? people()
      : ['  Ingen demo. Den första personen får en länk med: npm run invite -- --admin <e-post>', '']),
    `  E-post som skickas   ${mailPage}`,
    `  Data ligger i        ${folder.startsWith('..') ? dataDir : folder || '.'} (npm run reset tömmer mappen)`,
    ...(demoTime ? [`  Demons klocka        ${timeOf(demoTime)} (CLOCK=system ger den riktiga)`] : []),
    '',
    'Avsluta med Ctrl-C.',
    '',
  ];
  return rows.join('\n');
}

function people(): string[] {
  const actorNames = new Map(readReference().actor.map((actor) => [actor.id, actor.shortName]));
  const width = Math.max(...demoPeople.map(({ email }) => email.length)) + 2;
  const rows = demoPeople.map((person) => {
    const [first = '', ...rest] = rolesInWords(person, 'sv', actorNames);
    return `    ${person.email.padEnd(width)}${[first, ...rest].join('. ')}`;
  });
  return ['  Logga in som någon av demons påhittade personer (inget lösenord):', '', ...rows, ''];
}

const timeOf = (at: Date): string =>
  at
    .toLocaleString('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'long', timeStyle: 'short' })
    .replace(/(\d\d):(\d\d)/, '$1.$2');
