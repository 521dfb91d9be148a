import { CfnOutput, Stack, Tags, type App, type StackProps } from 'aws-cdk-lib';
import { watchFrom, watchFront, watchMail } from './alarms.ts';
import { PublicApi } from './api.ts';
import { attachDomain } from './domain.ts';
import { Firewall } from './firewall.ts';
import { Imports } from './imports.ts';
import { allowPublishing, customerKey } from './keys.ts';
import { logGroupNames, Logs } from './logs.ts';
import { Mail } from './mail.ts';
import { Notices } from './notices.ts';
import { watchImports, watchNotices, watchPacks, watchSociety } from './noticesAlarms.ts';
import { Packs } from './packs.ts';
import { AppServer } from './server.ts';
import { originOf, type StageSettings } from './settings.ts';
import { Society } from './society.ts';
import { SignIn } from './signIn.ts';
import { ReportTable } from './table.ts';
import { watchTable } from './tableAlarms.ts';
import { allowAlarms, tell } from './topic.ts';

/**
 * A stage is three stacks: the right to send mail, which has to be verified by hand in DNS before anything can use it; what people
 * use; and what runs without anybody asking, which can be deployed and taken back by itself.
 */
export function makeStage(
  app: App,
  settings: StageSettings,
  serverFolder: string,
): { mail: Stack; product: Stack; notices: Stack } {
  const { stage } = settings;
  const mail = new MailStack(app, `insatskollen-${stage}-mail`, settings);
  const product = new ProductStack(app, `insatskollen-${stage}`, settings, serverFolder);
  product.addStackDependency(mail, 'the user pool sends its mail by a verified domain');
  const notices = new NoticesStack(app, `insatskollen-${stage}-notices`, settings, serverFolder, product.reports);
  notices.addStackDependency(mail, 'it sends mail, and is told what becomes of it');
  return { mail, product, notices };
}

const propsOf = (settings: StageSettings, description: string): StackProps => ({
  env: { region: settings.region, ...(settings.account === undefined ? {} : { account: settings.account }) },
  terminationProtection: settings.protect,
  description: `Insatskollen ${settings.stage}: ${description}`,
});

class MailStack extends Stack {
  constructor(app: App, id: string, settings: StageSettings) {
    super(app, id, propsOf(settings, 'the right to send mail'));
    Tags.of(this).add('product', 'insatskollen');
    Tags.of(this).add('stage', settings.stage);
    new Mail(this, 'Mail', settings);
  }
}

class ProductStack extends Stack {
  readonly reports: ReportTable;

  constructor(app: App, id: string, settings: StageSettings, serverFolder: string) {
    super(app, id, propsOf(settings, 'reports, review, figures'));
    Tags.of(this).add('product', 'insatskollen');
    Tags.of(this).add('stage', settings.stage);
    const key = customerKey(this, 'OperationsKey', {
      description: 'Insatskollen: logs, alarms and the client secret',
      protect: settings.protect,
    });
    const logs = new Logs(key, settings);
    const names = logGroupNames(settings.stage);
    const serverLog = logs.group(this, 'ServerLog', names.server);

    const server = new AppServer(this, 'Server', settings, { folder: serverFolder, logGroup: serverLog });
    const table = new ReportTable(this, 'Reports', settings);
    table.bindTo(server, { write: true });
    this.reports = table;
    const signIn = new SignIn(this, 'SignIn', settings, key);
    signIn.bindTo(server);

    const accessLog = logs.group(this, 'AccessLog', names.access);
    const api = new PublicApi(this, 'Api', settings, { server, accessLog, logs });
    const firewall = new Firewall(this, 'Firewall', settings, logs.group(this, 'FirewallLog', names.firewall));
    firewall.protect('Api', api.stageArn);
    if (settings.certificateArn !== undefined)
      attachDomain(this, api.restApi, settings.domain, settings.certificateArn);

    allowPublishing(key, 'cloudwatch');
    const alarms = tell(this, 'Alarms', `Insatskollen ${settings.stage}: alarms`, key, settings);
    allowAlarms(alarms);
    const watch = watchFrom(this, alarms);
    watchFront(watch, settings, { server, api, firewall, serverLog });
    watchTable(watch, table.table);
    watchMail(watch, settings);

    new CfnOutput(this, 'Address', { value: originOf(settings) });
    new CfnOutput(this, 'TableName', { value: table.table.tableName });
    new CfnOutput(this, 'UserPoolId', { value: signIn.pool.userPoolId });
    new CfnOutput(this, 'Issuer', { value: signIn.issuer });
  }
}

class NoticesStack extends Stack {
  constructor(app: App, id: string, settings: StageSettings, folder: string, table: ReportTable) {
    super(app, id, propsOf(settings, 'reminders, letters and statistics'));
    Tags.of(this).add('product', 'insatskollen');
    Tags.of(this).add('stage', settings.stage);
    const key = customerKey(this, 'Key', {
      description: 'Insatskollen: logs and alarms of notices, and what became of letters',
      protect: settings.protect,
    });
    const log = new Logs(key, settings).group(this, 'Log', logGroupNames(settings.stage).notices);
    allowPublishing(key, 'ses');
    const notices = new Notices(this, 'Notices', settings, { folder, logGroup: log, key, table });
    const { deadLetters } = notices;
    const society = new Society(this, 'Society', settings, { folder, logGroup: log, table, deadLetters });
    allowPublishing(key, 'cloudwatch');
    const alarms = tell(this, 'Alarms', `Insatskollen ${settings.stage}: alarms of notices`, key, settings);
    allowAlarms(alarms);
    const imports = new Imports(this, 'Imports', settings, { folder, logGroup: log, table, deadLetters });
    const packs = new Packs(this, 'Packs', settings, { folder, logGroup: log, table, deadLetters });
    const watch = watchFrom(this, alarms);
    watchNotices(watch, notices);
    watchImports(watch, imports);
    watchSociety(watch, society);
    watchPacks(watch, packs);
  }
}
