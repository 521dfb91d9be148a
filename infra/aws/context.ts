import type { Node } from 'constructs';
import { z } from 'zod';
import { requireEuRegion } from './region.ts';
import { settingsFor, stages, type Stage, type StageSettings } from './settings.ts';

const IdentityProvidersSchema = z.array(
  z.strictObject({
    name: z
      .string()
      .regex(/^[\w-]{3,32}$/)
      .refine((name) => name !== 'COGNITO'),
    issuer: z.url({ protocol: /^https$/ }),
    clientId: z.string().min(1),
    secretName: z.string().min(1),
  }),
);

const certificatePattern = /^arn:aws:acm:([a-z0-9-]+):\d{12}:certificate\/[\w-]+$/;
const hostPattern = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,}$/;

/**
 * The stages to make, from the context: all three, or the one that `-c stage=` names. Every other key can be said for all stages
 * (`region`) or for one (`region:prod`); the latter wins.
 */
export function settingsFromContext(node: Node): StageSettings[] {
  const chosen: unknown = node.tryGetContext('stage');
  if (chosen === undefined) return stages.map((stage) => settingsOf(node, stage));
  const stage = stages.find((known) => known === chosen);
  if (!stage) throw new Error(`There is no stage ${JSON.stringify(chosen)}: choose one of ${stages.join(', ')}.`);
  return [settingsOf(node, stage)];
}

function settingsOf(node: Node, stage: Stage): StageSettings {
  const asked = (key: string): unknown => node.tryGetContext(`${key}:${stage}`) ?? node.tryGetContext(key);
  const region = requireEuRegion(textOf('region', asked('region')) ?? '', `Stage ${stage}`);
  const domain = domainOf(
    textOf('domain', asked('domain')),
    node.tryGetContext(`domain:${stage}`) !== undefined,
    stage,
  );
  const certificateArn = textOf('certificateArn', asked('certificateArn'));
  if (certificateArn !== undefined) requireCertificateIn(region, certificateArn);
  const account = textOf('account', asked('account'));
  const alarmEmail = textOf('alarmEmail', asked('alarmEmail'));
  return settingsFor({
    stage,
    region,
    domain,
    signInPrefix: textOf('signInPrefix', asked('signInPrefix')) ?? `insatskollen-${stage}`,
    identityProviders: providersOf(asked('identityProviders')),
    ...(account === undefined ? {} : { account }),
    ...(certificateArn === undefined ? {} : { certificateArn }),
    ...(alarmEmail === undefined ? {} : { alarmEmail }),
  });
}

/** The product's domain is prod's own; the other stages lie under it, unless they are given a domain of their own. */
function domainOf(domain: string | undefined, ownDomain: boolean, stage: Stage): string {
  const host = domain === undefined || ownDomain || stage === 'prod' ? domain : `${stage}.${domain}`;
  if (host !== undefined && hostPattern.test(host)) return host;
  throw new Error(`Say in the context which “domain” people use, as a host name: “${host ?? ''}” is none.`);
}

function requireCertificateIn(region: string, arn: string): void {
  const match = certificatePattern.exec(arn);
  if (!match) throw new Error('“certificateArn” in the context is not the ARN of a certificate in ACM.');
  const lies = requireEuRegion(match[1] ?? '', 'The certificate');
  if (lies !== region) throw new Error(`The certificate lies in ${lies}, but must lie in ${region} as the stage does.`);
}

function providersOf(value: unknown): z.infer<typeof IdentityProvidersSchema> {
  const listed: unknown = typeof value === 'string' ? JSON.parse(value) : (value ?? []);
  const parsed = IdentityProvidersSchema.safeParse(listed);
  if (parsed.success) return parsed.data;
  throw new Error(`“identityProviders” in the context cannot be used. ${z.prettifyError(parsed.error)}`);
}

/** Context comes from `cdk.json` or the command line; a number there (an account) is as good as its text. */
function textOf(key: string, value: unknown): string | undefined {
  if (value === undefined || value === '') return undefined;
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  throw new Error(`“${key}” in the context must be a text.`);
}
