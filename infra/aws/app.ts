/** What `cdk` runs. Builds the pages and the server, then describes the stages; needs no credentials, network or Docker. */
import { App } from 'aws-cdk-lib';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { assembleServer } from './assemble.ts';
import { makeApp } from './makeApp.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));

const app = new App();
try {
  makeApp(app, await serverFolder());
  app.synth();
} catch (error) {
  // One sentence to whoever deploys; the way here is of no help to them.
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** What is deployed is what lies here, built now; or, with `-c server=<folder>`, what was assembled before. */
async function serverFolder(): Promise<string> {
  const given: unknown = app.node.tryGetContext('server');
  if (typeof given === 'string' && given !== '') return given;
  const built = spawnSync(process.execPath, ['infra/local/build.ts'], {
    cwd: repository,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, STAGE: '' }, // a build is a build, whatever stage the shell has in mind
  });
  if (built.status !== 0) throw new Error('The pages could not be built: run “npm run build” to see why.');
  return assembleServer(`${repository}.cache/aws-server`);
}
