import { runCommand } from './command.ts';
import { prepareFirstData } from './firstData.ts';
import { buildPages } from './pagesBuild.ts';

await runCommand(async () => {
  await Promise.all([buildPages((text) => console.log(text)), prepareFirstData()]);
  console.log('Allt är byggt.');
  return 0;
});
