import { RemovalPolicy } from 'aws-cdk-lib';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { allowLogs } from './keys.ts';
import type { StageSettings } from './settings.ts';

/** The names of a stage's log groups; `firewall` must begin as the service that writes it demands. */
export const logGroupNames = (stage: string) => ({
  server: `/insatskollen/${stage}/server`,
  notices: `/insatskollen/${stage}/notices`,
  access: `/insatskollen/${stage}/access`,
  firewall: `aws-waf-logs-insatskollen-${stage}`,
});

/** Makes log groups that forget after the stage's number of days and are encrypted with the given key. */
export class Logs {
  readonly #key: Key;
  readonly #settings: StageSettings;

  constructor(key: Key, settings: StageSettings) {
    this.#key = key;
    this.#settings = settings;
    // The gateway names its own execution log after an id that is not known until it exists.
    allowLogs(key, [...Object.values(logGroupNames(settings.stage)), 'API-Gateway-Execution-Logs_*']);
  }

  group(scope: Construct, id: string, logGroupName: string): LogGroup {
    const { logDays, protect } = this.#settings;
    return new LogGroup(scope, id, {
      logGroupName,
      retention: logDays,
      encryptionKey: this.#key,
      removalPolicy: protect ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY,
    });
  }
}
