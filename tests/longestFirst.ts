import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Places whose tests take longest, the longest first: begun last, one of them would keep one core busy and the other waiting. */
const long = [
  'tests/e2e/pages',
  'tests/e2e/',
  'tests/infra/local/start',
  'tests/infra/local/',
  'tests/infra/server/',
  'tests/flow/',
  'tests/infra/',
  'tests/functions/',
];

/** Hands out test files so that two workers end at about the same time. It decides nothing but the order, and no test knows it. */
export class LongestFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const found = long.findIndex((place) => moduleId.includes(`/${place}`));
      return found < 0 ? long.length : found;
    };
    return Promise.resolve(files.toSorted((a, b) => rank(a) - rank(b) || a.moduleId.localeCompare(b.moduleId, 'en')));
  }
}
