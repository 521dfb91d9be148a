import { describe, expect, test } from 'vitest';
import { rules, type Rule } from './walls/rules.ts';
import { repositorySources, sourcesFrom, type Sources } from './walls/sources.ts';

const offences = (rule: Rule, sources: Sources): string[] =>
  [...sources.values()].flatMap((file) => rule.offences(file, sources).map((offence) => `${file.path} ${offence}`));

describe('the walls between the rooms stand', () => {
  const repository = repositorySources();

  test('the repository is read', () => {
    expect([...repository.keys()]).toEqual(
      expect.arrayContaining(['package.json', 'shared/decimal.ts', 'tests/walls.test.ts']),
    );
    expect(repository.get('shared/typed.ts')?.imports).toEqual([
      { specifier: 'zod', typeOnly: false, target: undefined },
      { specifier: './decimal.ts', typeOnly: false, target: 'shared/decimal.ts' },
    ]);
  });

  test.each(rules)('$name', (rule) => {
    expect(offences(rule, repository)).toEqual([]);
  });
});

describe('each wall is seen when it is broken', () => {
  test.each(rules)('$name', (rule) => {
    const found = offences(rule, sourcesFrom({ ...rule.broken, ...rule.beside }));
    const offenders = found.map((offence) => offence.slice(0, offence.indexOf(' ')));
    expect([...new Set(offenders)].sort()).toEqual(Object.keys(rule.broken).sort());
  });

  test.each([
    [`import type { A } from 'zod';`, true],
    [`import { type A, type B } from 'zod';`, true],
    [`import { type A, b } from 'zod';`, false],
    [`import 'zod';`, false],
    [`export type { A } from 'zod';`, true],
    [`export * from 'zod';`, false],
    [`const zod = await import('zod');`, false],
    [`type A = import('zod').ZodType;`, true],
  ])('%s is told to be only types: %s', (source, typeOnly) => {
    const imports = sourcesFrom({ 'shared/a.ts': source }).get('shared/a.ts')?.imports;
    expect(imports).toEqual([{ specifier: 'zod', typeOnly, target: undefined }]);
  });
});
