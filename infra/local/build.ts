import { runCommand } from './command.ts';
import { buildPages } from './pagesBuild.ts';

await runCommand(async () => {
  await buildPages((text) => console.log(text));
  console.log('Sidorna är byggda.');
  return 0;
});
