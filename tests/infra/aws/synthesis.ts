import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeApp } from '@insatskollen/infra/aws/makeApp.ts';
import { z } from 'zod';

const CdkJsonSchema = z.object({ context: z.record(z.string(), z.unknown()) });
const cdkJson = new URL('../../../cdk.json', import.meta.url);

const folder = mkdtempSync(join(tmpdir(), 'insatskollen-aws-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
export const serverFolder = join(folder, 'server');
mkdirSync(serverFolder);
writeFileSync(join(serverFolder, 'run.sh'), '#!/bin/sh\n');

/**
 * An app with the context of `cdk.json` and what is said beside it; the server that it deploys is an empty script. Templates are checked
 * against the schemas of CloudFormation where that is asked for: it takes seconds.
 */
export function appWith(context: Record<string, unknown> = {}, { checkTemplates = false } = {}): App {
  const app = new App({
    builtinCloudFormationValidation: checkTemplates,
    outdir: mkdtempSync(join(folder, 'out-')),
    context: { ...CdkJsonSchema.parse(JSON.parse(readFileSync(cdkJson, 'utf8'))).context, ...context },
  });
  return makeApp(app, serverFolder);
}

export const stacksOf = (app: App): Stack[] => app.node.children.filter((child) => child instanceof Stack);

export const certificateIn = (region: string): string =>
  `arn:aws:acm:${region}:123456789012:certificate/0a1b2c3d-1111-2222-3333-444455556666`;

interface Templates {
  product: Template;
  mail: Template;
  notices: Template;
}
const made = new Map<string, Templates>();

/** The templates of one stage, made once. */
export function templatesOf(stage: 'dev' | 'test' | 'prod', context: Record<string, unknown> = {}): Templates {
  const key = JSON.stringify([stage, context]);
  const templates = made.get(key) ?? makeTemplates(stage, context);
  made.set(key, templates);
  return templates;
}

function makeTemplates(stage: string, context: Record<string, unknown>): Templates {
  const assembly = appWith({ stage, ...context }).synth();
  const template = (name: string) => Template.fromJSON(TemplateSchema.parse(assembly.getStackByName(name).template));
  return {
    product: template(`insatskollen-${stage}`),
    mail: template(`insatskollen-${stage}-mail`),
    notices: template(`insatskollen-${stage}-notices`),
  };
}

const TemplateSchema = z.record(z.string(), z.unknown());
const ResourceSchema = z.looseObject({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).default({}) });
export type Resource = z.infer<typeof ResourceSchema> & { id: string };

/** The resources of a type, in the order of the template. */
export function resources(template: Template, type: string): Resource[] {
  return Object.entries(template.findResources(type)).map(([id, resource]) => ({
    id,
    ...ResourceSchema.parse(resource),
  }));
}

/** The one resource of its type. */
export function only(template: Template, type: string): Resource {
  const [first, ...more] = resources(template, type);
  if (!first || more.length > 0) throw new Error(`${more.length + (first ? 1 : 0)} resources of type ${type}`);
  return first;
}

/** A reference to a resource by type, instead of the id that the template makes up. */
export function readable(template: Template, value: unknown): string {
  const types = new Map(
    Object.entries(z.object({ Resources: z.record(z.string(), ResourceSchema) }).parse(template.toJSON()).Resources),
  );
  const name = (id: string) => types.get(id)?.Type.replace(/^AWS::/, '') ?? id;
  const read = (part: unknown): string => {
    if (typeof part === 'string') return part;
    const ref = z.strictObject({ Ref: z.string() }).safeParse(part).data;
    if (ref) return `<${name(ref.Ref)}>`;
    const attribute = z.strictObject({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) }).safeParse(part).data;
    if (attribute) return `<${name(attribute['Fn::GetAtt'][0])}.${attribute['Fn::GetAtt'][1]}>`;
    const join_ = z.strictObject({ 'Fn::Join': z.tuple([z.string(), z.array(z.unknown())]) }).safeParse(part).data;
    if (join_) return join_['Fn::Join'][1].map(read).join(join_['Fn::Join'][0]);
    throw new Error(`cannot read ${JSON.stringify(part)}`);
  };
  return read(value);
}

const PolicySchema = z.object({
  Statement: z.array(
    z.object({
      Sid: z.string().optional(),
      Condition: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
    }),
  ),
});

/** The partitions that a statement of a role's policy is limited to, by how the policy's id begins; none where it is not there. */
export function partitionsGranted(template: Template, policy: string, sid: string): string[] {
  const found = resources(template, 'AWS::IAM::Policy').find(({ id }) => id.startsWith(policy));
  const { Statement } = PolicySchema.parse(found?.Properties['PolicyDocument']);
  const limits = Statement.find(({ Sid }) => Sid === sid)?.Condition?.['ForAllValues:StringLike'];
  return z.array(z.string()).parse(limits?.['dynamodb:LeadingKeys'] ?? []);
}

/** Whether a grant's pattern, with `*` at its end or not, holds a partition. */
export const fits = (partition: string) => (pattern: string) =>
  pattern.endsWith('*') ? partition.startsWith(pattern.slice(0, -1)) : partition === pattern;
