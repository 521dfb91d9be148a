import { Duration } from 'aws-cdk-lib';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { packPartsPrefix, packsPrefix } from '@insatskollen/functions/table/keys.ts';
import { Construct } from 'constructs';
import { PACKS } from './assemble.ts';
import { feedFromStream } from './feed.ts';
import { Handler } from './handler.ts';
import { originOf, type StageSettings } from './settings.ts';
import type { ReportTable } from './table.ts';

/** What is official of the strategy, assessments as they were published earlier too, and what is submitted where a dialogue is about it; a draft lies in none of these partitions. */
const official = ['LIBRARY#*', 'SUMMARY#official#*', 'LEDGER#*', 'CHANGES#assessment#*'];
const ofDialogues = ['PEOPLE', 'RECORD#dialogue#*', 'REPORT#*', 'VERSION#*', 'SERIES#*', 'AGREEMENT#*', 'AGREED#*'];

interface Parts {
  folder: string;
  logGroup: LogGroup;
  table: ReportTable;
  deadLetters: Queue;
}

/** Whoever makes packs: told by the table's stream, with a quarter of an hour. */
export class Packs extends Construct {
  readonly make: Handler;

  constructor(scope: Construct, id: string, settings: StageSettings, { folder, logGroup, table, deadLetters }: Parts) {
    super(scope, id);
    this.make = new Handler(this, 'takePacks', {
      description: `Insatskollen ${settings.stage}: packs for meetings and reports`,
      folder,
      handler: `${PACKS}.takeStream`,
      logGroup,
      environment: { STAGE: settings.stage, APP_ORIGIN: originOf(settings) },
      timeout: Duration.minutes(15),
    });
    table.bindRowsTo(this.make, {
      read: [...official, ...ofDialogues],
      write: [`${packsPrefix}*`, `${packPartsPrefix}*`],
      index: ['RECORDS#assessment', 'RECORDS#dialogue#*'],
    });
    feedFromStream(this.make, table, {
      only: [
        {
          eventName: ['INSERT', 'MODIFY'],
          dynamodb: { Keys: { pk: { S: [{ prefix: packsPrefix }] } }, NewImage: { state: { S: ['queued'] } } },
        },
      ],
      deadLetters,
      reason: 'The names of streams are told for all tables or none; packs are read from the records of one.',
    });
  }
}
