import {
  agreementKey,
  changeKey,
  draftKey,
  headKey,
  societalKey,
  societalValuesKey,
} from '@insatskollen/functions/table/keys.ts';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { resources, templatesOf } from './synthesis.ts';

const { notices, product } = templatesOf('prod');
const StatementSchema = z.object({
  Sid: z.string(),
  Action: z.union([z.string(), z.array(z.string())]),
  Resource: z.unknown(),
  Condition: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
});
const statements = z
  .object({ Statement: z.array(StatementSchema) })
  .parse(
    resources(notices, 'AWS::IAM::Policy').find(({ id }) => id.startsWith('SocietyfetchStatisticsRole'))?.Properties[
      'PolicyDocument'
    ],
  ).Statement;

const matches = (pattern: string, key: string) =>
  pattern.endsWith('*') ? key.startsWith(pattern.slice(0, -1)) : key === pattern;

test('whoever fetches society’s statistics reaches those and their history, and nothing of people, reports or figures', () => {
  expect(statements.map(({ Sid }) => Sid)).toEqual(['OwnLog', 'Read', 'Write', 'TableKey']);
  for (const sid of ['Read', 'Write']) {
    const condition = statements.find(({ Sid }) => Sid === sid)?.Condition?.['ForAllValues:StringLike'];
    const patterns = z.array(z.string()).parse(condition?.['dynamodb:LeadingKeys']);
    expect(patterns).toEqual(['SOCIETAL', 'SOCIETAL#*', 'CHANGES#societal#*']);
    const reached = ({ pk }: { pk: string }) => patterns.some((pattern) => matches(pattern, pk));
    const its = [societalKey('a'), societalValuesKey('a', 's', '04'), changeKey('societal', 'a', 2)];
    expect(its.every(reached)).toBe(true);
    const others = [headKey('a', 'p'), draftKey('a', 'p'), agreementKey('a'), changeKey('agreement', 'a', 2)];
    expect(others.some(reached)).toBe(false);
  }
  expect(JSON.stringify(statements)).not.toMatch(/Scan|dynamodb:\*/);
});

test('it is run every Monday morning in Stockholm, and a run that cannot begin lands in the queue', () => {
  const [schedule, ...more] = resources(notices, 'AWS::Scheduler::Schedule').filter(({ id }) =>
    id.startsWith('Society'),
  );
  expect(more).toEqual([]);
  expect(schedule?.Properties).toMatchObject({
    ScheduleExpression: 'cron(30 5 ? * MON *)',
    ScheduleExpressionTimezone: 'Europe/Stockholm',
    Target: { DeadLetterConfig: {} },
  });
  const role = resources(notices, 'AWS::IAM::Policy').find(({ id }) => id.startsWith('SocietyWeeklyRole'));
  const { Statement } = z
    .object({ Statement: z.array(StatementSchema.partial({ Sid: true })) })
    .parse(role?.Properties['PolicyDocument']);
  expect(Statement.map(({ Action }) => Action)).toEqual([
    'lambda:InvokeFunction',
    ['sqs:GetQueueAttributes', 'sqs:GetQueueUrl', 'sqs:SendMessage'],
  ]);
});

test('it alone is told where the open sources are, by https', () => {
  const functions = [...resources(notices, 'AWS::Lambda::Function'), ...resources(product, 'AWS::Lambda::Function')];
  const told = functions.filter(({ Properties }) => JSON.stringify(Properties).includes('kolada'));
  expect(told.map(({ id }) => id.replace(/[0-9A-F]+$/, ''))).toEqual(['SocietyfetchStatisticsFunction']);
  expect(told[0]?.Properties['Environment']).toMatchObject({
    Variables: { KOLADA_URL: 'https://api.kolada.se/v3', SCB_URL: 'https://api.scb.se/OV0104/v1/doris/sv/ssd' },
  });
});
