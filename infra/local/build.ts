import { runCommand } from './command.ts';
import { buildPages } from './pagesBuild.ts';

await runCommand(async () => {
  let built = false;
  await buildPages((text) => {
    built = true;
    console.log(text);
  });
  console.log(built ? 'Sidorna är byggda.' : 'Sidorna är redan byggda.');
  return 0;
});
