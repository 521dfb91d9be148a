import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ready } from './reportForm.ts';
import { LONG, setStage, type Account } from './stage.ts';

/** Bytes of all scripts that the page loads by itself, each compressed alone with `gzip -9`. */
const BUDGET = 70_000;
const stage = setStage();

describe('the first load of a report page', { timeout: LONG }, () => {
  it.each<[string, Account, string]>([
    ['not begun', 'rapportor.almi', '/rapporter/almi-basuppdrag-2026/2026-Q3'],
    ['that came back', 'rapportor.nfc', '/rapporter/nfc-vastra-sormland-2026/2026-Q3'],
  ])('takes at most 70 kB of script: %s', async (_, account, path) => {
    const { page } = await stage.as(account);
    const scripts = new Set<string>();
    page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.add(request.url());
    });
    await page.goto(path, { waitUntil: 'networkidle' });
    await ready(page, true);
    const sizes = new Map<string, number>();
    for (const url of scripts) {
      const body = await (await page.request.get(url)).body();
      sizes.set(new URL(url).pathname, gzipSync(body, { level: 9 }).length);
    }
    expect(sizes.size).toBeGreaterThan(3);
    const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
    expect(total, JSON.stringify(Object.fromEntries(sizes))).toBeLessThanOrEqual(BUDGET);
  });
});
