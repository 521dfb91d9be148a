import { Duration } from 'aws-cdk-lib';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { importHoldKey } from '@insatskollen/functions/table/keys.ts';
import { Construct } from 'constructs';
import { IMPORTS } from './assemble.ts';
import { feedFromStream } from './feed.ts';
import { Handler } from './handler.ts';
import { originOf, type StageSettings } from './settings.ts';
import type { ReportTable } from './table.ts';

/** What a file of the registers makes and changes; a draft lies in none of these partitions. */
const registers = ['LIBRARY#*', 'AGREEMENT#*', 'PAIR#*', 'CHANGES#*'];
const expected = ['REPORT#*', 'CHAIN#*', 'SUMMARY#*', 'LEDGER#*'];

interface Parts {
  folder: string;
  logGroup: LogGroup;
  table: ReportTable;
  deadLetters: Queue;
}

/** Whoever goes on with a file that a request had no more time to write: told by the table's stream, with a quarter of an hour. */
export class Imports extends Construct {
  readonly goOn: Handler;

  constructor(scope: Construct, id: string, settings: StageSettings, { folder, logGroup, table, deadLetters }: Parts) {
    super(scope, id);
    this.goOn = new Handler(this, 'takeHandOvers', {
      description: `Insatskollen ${settings.stage}: files that take long to read in`,
      folder,
      handler: `${IMPORTS}.takeStream`,
      logGroup,
      environment: { STAGE: settings.stage, APP_ORIGIN: originOf(settings) },
      timeout: Duration.minutes(15),
    });
    table.bindRowsTo(this.goOn, {
      read: [`${importHoldKey.pk}#*`],
      write: [importHoldKey.pk, ...registers, ...expected],
    });
    feedFromStream(this.goOn, table, {
      only: [
        {
          eventName: ['MODIFY'],
          dynamodb: {
            Keys: { pk: { S: [importHoldKey.pk] }, sk: { S: [importHoldKey.sk] } },
            NewImage: { handedOver: { BOOL: [true] } },
          },
        },
      ],
      deadLetters,
      reason:
        'Which streams there are is answered for all tables or for none; this one reads the records of one alone.',
    });
  }
}
