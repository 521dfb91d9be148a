import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { prepareFirstData } from '@insatskollen/infra/local/firstData.ts';
import { newFolder } from './house.ts';

describe('the first data', () => {
  it('are whole for each of those who make them at the same time, and only they stay', async () => {
    const cache = newFolder();
    const [one, other] = await Promise.all([prepareFirstData(cache), prepareFirstData(cache)]);
    expect(one).toBe(other);
    expect(readdirSync(cache)).toEqual([basename(one)]);
  });
});
