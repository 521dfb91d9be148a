import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const blankIsNothing = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema);

/** The environment as the deployed server reads it. Nothing in here turns on anything local. */
const EnvironmentSchema = z.object({
  STAGE: z.enum(['dev', 'test', 'prod']),
  APP_ORIGIN: z.url({ protocol: /^https$/ }),
  AWS_REGION: z.string().min(1),
  TABLE_NAME: z.string().min(1),
  OPENID_ISSUER: z.url({ protocol: /^https$/ }),
  OPENID_CLIENT_ID: z.string().min(1),
  OPENID_CLIENT_SECRET: blankIsNothing(z.string().optional()),
  OPENID_CLIENT_SECRET_ARN: blankIsNothing(z.string().startsWith('arn:').optional()),
  /** Where the Lambda Web Adapter sends requests on. */
  PORT: z.coerce.number().int().min(1).max(65_535).default(8080),
  /** Where the built pages lie, when not beside the sources. */
  PAGES_HANDLER: blankIsNothing(
    z.string().default(fileURLToPath(new URL('../../web/build/handler.js', import.meta.url))),
  ),
  AWS_ACCESS_KEY_ID: z.string().default(''),
  AWS_SECRET_ACCESS_KEY: z.string().default(''),
  AWS_SESSION_TOKEN: blankIsNothing(z.string().optional()),
  /** Set by Lambda itself: requests then come from the gateway alone. */
  AWS_LAMBDA_FUNCTION_NAME: blankIsNothing(z.string().optional()),
});
export type ServerConfig = z.infer<typeof EnvironmentSchema>;

/** Reads the environment once; throws naming every variable that is missing or wrong, and never what a secret holds. */
export function readConfig(environment: Record<string, string | undefined>): ServerConfig {
  const parsed = EnvironmentSchema.safeParse(environment);
  const faults = parsed.error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.code}`) ?? [];
  if (!environment['OPENID_CLIENT_SECRET'] && !environment['OPENID_CLIENT_SECRET_ARN'])
    faults.push('OPENID_CLIENT_SECRET_ARN: missing');
  if (parsed.data && faults.length === 0) return { ...parsed.data, APP_ORIGIN: new URL(parsed.data.APP_ORIGIN).origin };
  throw new Error(`The configuration is not whole: ${faults.join('; ')}`);
}
