import { AppServer } from '@insatskollen/infra/aws/server.ts';
import { settingsFor } from '@insatskollen/infra/aws/settings.ts';
import { ReportTable } from '@insatskollen/infra/aws/table.ts';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { only, readable, resources, serverFolder, templatesOf } from './synthesis.ts';

const StatementSchema = z.strictObject({
  Sid: z.string(),
  Effect: z.literal('Allow'),
  Action: z.union([z.string(), z.array(z.string())]),
  Resource: z.unknown(),
  Condition: z.record(z.string(), z.record(z.string(), z.string())).optional(),
});
const PolicySchema = z.object({ Statement: z.array(StatementSchema) });
const KeyStatementSchema = z.object({
  Principal: z.record(z.string(), z.unknown()),
  Condition: z.unknown().optional(),
});

const { product, mail } = templatesOf('prod');
const listed = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value]);

describe('the server may do what it does, and nothing else', () => {
  const policy = only(product, 'AWS::IAM::Policy');
  const statements = PolicySchema.parse(policy.Properties['PolicyDocument']).Statement;

  test('each grant is exactly this', () => {
    const grants = statements.map(({ Sid, Action, Resource, Condition }) => [
      Sid,
      listed(Action).sort(),
      listed(Resource).map((resource) => readable(product, resource)),
      ...(Condition ? [Condition] : []),
    ]);
    expect(grants).toEqual([
      ['OwnLog', ['logs:CreateLogStream', 'logs:PutLogEvents'], ['<Logs::LogGroup.Arn>']],
      [
        'Table',
        [
          'dynamodb:BatchGetItem',
          'dynamodb:ConditionCheckItem',
          'dynamodb:DeleteItem',
          'dynamodb:GetItem',
          'dynamodb:PutItem',
          'dynamodb:Query',
          'dynamodb:UpdateItem',
        ],
        ['<DynamoDB::Table.Arn>'],
      ],
      [
        'TableIndexes',
        ['dynamodb:Query'],
        ['gsi1', 'gsi2', 'gsi3'].map((name) => `<DynamoDB::Table.Arn>/index/${name}`),
      ],
      ['TableKey', ['kms:Decrypt'], ['<KMS::Key.Arn>'], viaService('dynamodb')],
      ['ClientSecret', ['secretsmanager:GetSecretValue'], ['<SecretsManager::Secret>']],
      ['ClientSecretKey', ['kms:Decrypt'], ['<KMS::Key.Arn>'], viaService('secretsmanager')],
    ]);
  });

  test('the log it writes is its own, and the keys it opens are those of the table and of the secret', () => {
    const resourceOf = (sid: string) => statements.find(({ Sid }) => Sid === sid)?.Resource;
    const keyOf = (type: string, property: string) => only(product, type).Properties[property];
    const log = resources(product, 'AWS::Logs::LogGroup').find(
      ({ Properties }) => Properties['LogGroupName'] === '/insatskollen/prod/server',
    );
    expect(resourceOf('OwnLog')).toEqual({ 'Fn::GetAtt': [log?.id, 'Arn'] });
    expect(keyOf('AWS::DynamoDB::Table', 'SSESpecification')).toMatchObject({ KMSMasterKeyId: resourceOf('TableKey') });
    expect(keyOf('AWS::SecretsManager::Secret', 'KmsKeyId')).toEqual(resourceOf('ClientSecretKey'));
  });

  test('no action and no resource is a pattern', () => {
    expect(JSON.stringify(statements)).not.toContain('*');
  });

  test('no other way to a right: one role for the server, and it has this policy alone', () => {
    const role = { Ref: only(product, 'AWS::Lambda::Function').Properties['Role'] };
    const roles = resources(product, 'AWS::IAM::Role');
    const serverRole = roles.find(({ id }) => JSON.stringify(role).includes(`"${id}"`));
    expect(serverRole?.Properties).not.toHaveProperty('ManagedPolicyArns');
    expect(serverRole?.Properties).not.toHaveProperty('Policies');
    expect(policy.Properties['Roles']).toEqual([{ Ref: serverRole?.id }]);
  });
});

describe('nobody else has rights that they do not need', () => {
  test('the gateway’s role writes logs, by the one policy that AWS keeps for it', () => {
    const roles = resources(product, 'AWS::IAM::Role');
    const managed = roles.flatMap(({ Properties }) =>
      z.array(z.unknown()).parse(Properties['ManagedPolicyArns'] ?? []),
    );
    expect(roles).toHaveLength(2);
    expect(managed.map((arn) => readable(product, arn))).toEqual([
      'arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs',
    ]);
  });

  test('only the gateway’s own stage may call the server', () => {
    const callers = resources(product, 'AWS::Lambda::Permission').map(
      ({ Properties }) => `${String(Properties['Principal'])} ${readable(product, Properties['SourceArn'])}`,
    );
    const stage = 'arn:aws:execute-api:eu-north-1:<AWS::AccountId>:<ApiGateway::RestApi>/<ApiGateway::Stage>';
    expect(callers.sort()).toEqual([`apigateway.amazonaws.com ${stage}/*/`, `apigateway.amazonaws.com ${stage}/*/*`]);
  });

  test('keys are opened by this account, and by named services under a condition', () => {
    const outsiders = [product, mail].flatMap((template) =>
      resources(template, 'AWS::KMS::Key').flatMap(({ Properties }) =>
        z
          .object({ Statement: z.array(KeyStatementSchema) })
          .parse(Properties['KeyPolicy'])
          .Statement.filter(({ Principal }) => !('AWS' in Principal)),
      ),
    );
    expect(outsiders.map(({ Principal }) => Principal['Service'])).toEqual([
      'logs.eu-north-1.amazonaws.com',
      'cloudwatch.amazonaws.com',
      'ses.amazonaws.com',
    ]);
    for (const { Condition } of outsiders) expect(Condition).toBeDefined();
  });

  test('the mail stack gives nobody a role', () => {
    expect(resources(mail, 'AWS::IAM::Role')).toEqual([]);
    expect(resources(mail, 'AWS::IAM::Policy')).toEqual([]);
  });
});

describe('a server that is not given the right to write cannot', () => {
  test('binding a table is reading it', () => {
    const stack = new Stack(new App({ builtinCloudFormationValidation: false }), 'reading', {
      env: { region: 'eu-north-1' },
    });
    const settings = settingsFor({
      stage: 'dev',
      region: 'eu-north-1',
      domain: 'insatskollen.example',
      signInPrefix: 'insatskollen',
      identityProviders: [],
    });
    const server = new AppServer(stack, 'Server', settings, {
      folder: serverFolder,
      logGroup: new LogGroup(stack, 'Log'),
    });
    new ReportTable(stack, 'Reports', settings).bindTo(server);
    const policy = only(Template.fromStack(stack), 'AWS::IAM::Policy').Properties['PolicyDocument'];
    const actions = PolicySchema.parse(policy).Statement.flatMap(({ Action }) => listed(Action));
    expect(actions.filter((action) => action.startsWith('dynamodb:')).sort()).toEqual([
      'dynamodb:BatchGetItem',
      'dynamodb:GetItem',
      'dynamodb:Query',
      'dynamodb:Query',
    ]);
  });
});

function viaService(service: string): Record<string, Record<string, string>> {
  return { StringEquals: { 'kms:ViaService': `${service}.eu-north-1.amazonaws.com` } };
}
