import { tableDefinition } from '@insatskollen/functions/table/definition.ts';
import { describe, expect, test } from 'vitest';
import { only, resources, templatesOf } from './synthesis.ts';

const TABLE = 'AWS::DynamoDB::Table';
const prod = templatesOf('prod').product;
const dev = templatesOf('dev').product;

describe('the table in the cloud is the table of the definition', () => {
  const { Properties: table } = only(prod, TABLE);
  const keys = (partition: string, sort: string) => [
    { AttributeName: partition, KeyType: 'HASH' },
    { AttributeName: sort, KeyType: 'RANGE' },
  ];

  test('keys, and every index with all that an item holds', () => {
    expect(table['KeySchema']).toEqual(keys(tableDefinition.partitionKey, tableDefinition.sortKey));
    expect(table['GlobalSecondaryIndexes']).toEqual(
      tableDefinition.indexes.map(({ name, partitionKey, sortKey }) => ({
        IndexName: name,
        KeySchema: keys(partitionKey, sortKey),
        Projection: { ProjectionType: 'ALL' },
      })),
    );
  });

  test('what expires, and a stream with both images', () => {
    expect(table['TimeToLiveSpecification']).toEqual({ AttributeName: tableDefinition.ttlAttribute, Enabled: true });
    expect(table['StreamSpecification']).toEqual({ StreamViewType: tableDefinition.streamViewType });
  });

  test('is paid by request, and can be restored to any second of 35 days', () => {
    expect(table['BillingMode']).toBe('PAY_PER_REQUEST');
    expect(table['PointInTimeRecoverySpecification']).toEqual({
      PointInTimeRecoveryEnabled: true,
      RecoveryPeriodInDays: 35,
    });
  });

  test('is encrypted with a key of ours that changes every year', () => {
    const key = resources(prod, 'AWS::KMS::Key').find(({ Properties }) =>
      String(Properties['Description']).includes('reports'),
    );
    expect(key?.Properties).toMatchObject({ EnableKeyRotation: true, PendingWindowInDays: 30 });
    expect(table['SSESpecification']).toEqual({
      SSEEnabled: true,
      SSEType: 'KMS',
      KMSMasterKeyId: { 'Fn::GetAtt': [key?.id, 'Arn'] },
    });
  });
});

describe('what must outlive a mistake does', () => {
  const kept = ['AWS::DynamoDB::Table', 'AWS::KMS::Key', 'AWS::Cognito::UserPool', 'AWS::Logs::LogGroup'];

  test.each(kept)('outside dev, %s stays when its stack goes or it is replaced', (type) => {
    const found = resources(prod, type);
    expect(found.length).toBeGreaterThan(0);
    for (const resource of found)
      expect(resource).toMatchObject({ DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' });
  });

  test.each(kept)('in dev, %s goes with its stack', (type) => {
    for (const resource of resources(dev, type)) expect(resource).toMatchObject({ DeletionPolicy: 'Delete' });
  });

  test('table and people refuse to be deleted, except in dev', () => {
    expect(only(prod, TABLE).Properties['DeletionProtectionEnabled']).toBe(true);
    expect(only(prod, 'AWS::Cognito::UserPool').Properties['DeletionProtection']).toBe('ACTIVE');
    expect(only(dev, TABLE).Properties['DeletionProtectionEnabled']).toBe(false);
    expect(only(dev, 'AWS::Cognito::UserPool').Properties['DeletionProtection']).toBe('INACTIVE');
  });

  test('dev can be restored like the others', () => {
    expect(only(dev, TABLE).Properties['PointInTimeRecoverySpecification']).toMatchObject({
      PointInTimeRecoveryEnabled: true,
    });
  });

  test('every key changes, every log forgets in time and is encrypted', () => {
    for (const key of resources(prod, 'AWS::KMS::Key')) expect(key.Properties['EnableKeyRotation']).toBe(true);
    const groups = resources(prod, 'AWS::Logs::LogGroup');
    expect(groups).toHaveLength(4);
    for (const { Properties } of groups) {
      expect(Properties['RetentionInDays']).toBe(400);
      expect(Properties['KmsKeyId']).toBeDefined();
    }
  });
});
