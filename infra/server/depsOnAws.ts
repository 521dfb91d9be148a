import type { Deps } from '@insatskollen/functions/deps.ts';
import { connectTable } from '@insatskollen/functions/table/client.ts';
import { newId } from './ids.ts';

/** What it takes to work on a stage's table where nobody signs in: in functions of the stream and schedules, and in tools. */
export function depsOnAws(environment: {
  STAGE: 'dev' | 'test' | 'prod';
  APP_ORIGIN: string;
  AWS_REGION: string;
  TABLE_NAME: string;
}): Deps {
  const now = () => new Date();
  return {
    table: connectTable({ tableName: environment.TABLE_NAME, region: environment.AWS_REGION }),
    businessNow: now,
    systemNow: now,
    newId,
    settings: {
      stage: environment.STAGE,
      origin: environment.APP_ORIGIN,
      demo: false,
      demoClock: false,
      openId: { issuer: '', clientId: '', clientSecret: '' },
    },
  };
}
