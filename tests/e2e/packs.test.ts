import { expect, test } from 'vitest';
import { LONG, setStage } from './stage.ts';

const stage = setStage();

test(
  'a director asks for slides from the overview, and fetches them when they are made',
  async () => {
    const { page } = await stage.as('ledning', { script: false });
    await page.goto('/oversikt?period=2026-H1');
    await page.getByRole('link', { name: 'Gör ett underlag' }).click();
    expect(await page.getByLabel('Tid').inputValue()).toBe('2026-H1');
    await page.getByRole('button', { name: 'Gör ett underlag' }).click();
    const file = page.getByRole('main').getByRole('link', { name: /PowerPoint/ });
    // Whoever has no script looks again; it takes as long as it takes.
    while ((await file.count()) === 0) await page.reload();
    const answer = await page.request.get((await file.first().getAttribute('href')) ?? '');
    expect(answer.headers()['content-type']).toContain('presentationml');
    expect((await answer.body()).subarray(0, 2).toString()).toBe('PK');
  },
  LONG,
);
