import { Duration, Stack } from 'aws-cdk-lib';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { SOCIETY } from './assemble.ts';
import { Handler } from './handler.ts';
import { runBySchedule } from './schedule.ts';
import type { StageSettings } from './settings.ts';
import type { ReportTable } from './table.ts';

/** The open sources that are asked, both in Sweden. */
const sources = {
  KOLADA_URL: 'https://api.kolada.se/v3',
  SCB_URL: 'https://api.scb.se/OV0104/v1/doris/sv/ssd',
};

interface Parts {
  folder: string;
  logGroup: LogGroup;
  table: ReportTable;
  /** What could not be started lands there. */
  deadLetters: Queue;
}

/** Whoever fetches what is measured on society. It reaches those values and nothing of agreements, reports or people. */
export class Society extends Construct {
  readonly fetcher: Handler;

  constructor(scope: Construct, id: string, { stage }: StageSettings, { folder, logGroup, table, deadLetters }: Parts) {
    super(scope, id);
    this.fetcher = new Handler(this, 'fetchStatistics', {
      description: `Insatskollen ${stage}: what is measured on society`,
      folder,
      handler: `${SOCIETY}.fetchStatistics`,
      logGroup,
      environment: sources,
      // Some sixty series, each asked for gently.
      timeout: Duration.minutes(10),
    });
    table.bindRowsTo(this.fetcher, { read: [], write: ['SOCIETAL', 'SOCIETAL#*', 'CHANGES#societal#*'] });
    runBySchedule(this, 'Weekly', {
      expression: 'cron(30 5 ? * MON *)',
      run: this.fetcher.function.functionArn,
      deadLetters,
      account: Stack.of(this).account,
    });
  }
}
