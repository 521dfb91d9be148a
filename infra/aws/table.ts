import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AttributeType, BillingMode, StreamViewType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { tableDefinition } from '@insatskollen/functions/table/definition.ts';
import { Construct } from 'constructs';
import { customerKey } from './keys.ts';

const reading = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'];
/** What the parts of a transaction need; `TransactWriteItems` is not an action of its own. There is no scan and no batch write. */
const writing = ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem', 'dynamodb:ConditionCheckItem'];

/** Something that runs, and that a permission can be given to. */
export interface Bound {
  addEnvironment(name: string, value: string): void;
  allow(...statements: PolicyStatement[]): void;
}

/** Which items, by the partitions that they lie in (`*` allowed at the end): of the table to read and write, of indexes to read. */
export interface Rows {
  read: string[];
  write: string[];
  index?: string[];
}

const text = (name: string) => ({ name, type: AttributeType.STRING });

/** The one table, declared from the definition that the local engine is made from, and the key it is encrypted with. */
export class ReportTable extends Construct {
  readonly table: Table;
  readonly #key: Key;

  constructor(scope: Construct, id: string, { protect }: { protect: boolean }) {
    super(scope, id);
    this.#key = customerKey(this, 'Key', { description: 'Insatskollen: reports, people and figures', protect });
    this.table = new Table(this, 'Table', {
      partitionKey: text(tableDefinition.partitionKey),
      sortKey: text(tableDefinition.sortKey),
      timeToLiveAttribute: tableDefinition.ttlAttribute,
      stream: StreamViewType[tableDefinition.streamViewType],
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: this.#key,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
      deletionProtection: protect,
      removalPolicy: protect ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY,
    });
    for (const { name, partitionKey, sortKey } of tableDefinition.indexes)
      this.table.addGlobalSecondaryIndex({
        indexName: name,
        partitionKey: text(partitionKey),
        sortKey: text(sortKey),
      });
  }

  /** Tells a server which table it has and lets it read; writing has to be asked for. */
  bindTo(server: Bound, { write = false }: { write?: boolean } = {}): void {
    const { tableArn, tableName } = this.table;
    server.addEnvironment('TABLE_NAME', tableName);
    server.allow(
      new PolicyStatement({
        sid: 'Table',
        actions: write ? [...reading, ...writing] : reading,
        resources: [tableArn],
      }),
      new PolicyStatement({
        sid: 'TableIndexes',
        actions: ['dynamodb:Query'],
        resources: tableDefinition.indexes.map(({ name }) => `${tableArn}/index/${name}`),
      }),
      this.#openKey(),
    );
  }

  /** Tells a handler which table it has, and lets it reach these items of it and no others. */
  bindRowsTo(handler: Bound, { read, write, index = [] }: Rows): void {
    const { tableArn, tableName } = this.table;
    const only = (partitions: string[]) => ({ 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': partitions } });
    handler.addEnvironment('TABLE_NAME', tableName);
    handler.allow(
      new PolicyStatement({
        sid: 'Read',
        actions: reading,
        resources: [tableArn],
        conditions: only([...read, ...write]),
      }),
      new PolicyStatement({ sid: 'Write', actions: writing, resources: [tableArn], conditions: only(write) }),
      this.#openKey(),
    );
    if (index.length > 0)
      handler.allow(
        new PolicyStatement({
          sid: 'Indexes',
          actions: ['dynamodb:Query'],
          resources: tableDefinition.indexes.map(({ name }) => `${tableArn}/index/${name}`),
          conditions: only(index),
        }),
      );
  }

  /** Lets a handler be fed from the table's stream. */
  bindStreamTo(handler: Bound): string {
    const { tableStreamArn } = this.table;
    if (tableStreamArn === undefined) throw new Error('the table has no stream');
    handler.allow(
      new PolicyStatement({
        sid: 'Stream',
        actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
        resources: [tableStreamArn],
      }),
      // Which streams there are can be asked of all or none.
      new PolicyStatement({ sid: 'StreamNames', actions: ['dynamodb:ListStreams'], resources: ['*'] }),
    );
    return tableStreamArn;
  }

  /** The table's data key is opened on behalf of whoever asks, for writing as for reading. */
  #openKey(): PolicyStatement {
    return new PolicyStatement({
      sid: 'TableKey',
      actions: ['kms:Decrypt'],
      resources: [this.#key.keyArn],
      conditions: { StringEquals: { 'kms:ViaService': `dynamodb.${Stack.of(this).region}.amazonaws.com` } },
    });
  }
}
