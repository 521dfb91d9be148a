import packed from '@sparticuz/chromium';
import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

/** Where the browser lies unpacked, and where it keeps what it needs while it runs. */
const home = join(tmpdir(), 'insatskollen-chromium-153');

/** Starts the browser that comes with the packages, once it is unpacked. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: join(home, 'chromium'),
    args: [
      '--js-flags=--single-threaded',
      '--enable-features=NetworkServiceInProcess2',
      '--renderer-process-limit=1',
      '--no-sandbox',
      '--headless=shell',
      '--disable-gpu',
      '--font-render-hinting=none',
    ],
    env: { ...process.env, TMPDIR: home },
  });

/**
 * Unpacks the browser where it is not yet, which takes a few seconds. Beside, and moved into place whole, so that test files that
 * start at the same time never meet half a browser. Nothing else may begin meanwhile: the folder is told by the environment.
 */
export async function unpackBrowser(): Promise<void> {
  if (existsSync(home)) return;
  const usual = process.env['TMPDIR'];
  const beside = mkdtempSync(`${home}-`);
  process.env['TMPDIR'] = beside;
  try {
    await packed.executablePath();
  } finally {
    if (usual === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = usual;
  }
  try {
    renameSync(beside, home);
  } catch (error) {
    if (!existsSync(join(home, 'chromium'))) throw error;
    rmSync(beside, { recursive: true });
  }
}
