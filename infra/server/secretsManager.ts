import { createHash, createHmac } from 'node:crypto';
import { z } from 'zod';

export interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string | undefined;
}
export type Fetch = (
  address: string,
  init: { method: string; headers: Record<string, string>; body: string },
) => Promise<Response>;

const SecretSchema = z.object({ SecretString: z.string() });
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/**
 * The text of a secret in AWS Secrets Manager. One signed request (Signature Version 4) rather than a client library:
 * it is made once, while the function starts, where every library loaded is time that someone waits.
 */
export async function readSecret(
  arn: string,
  region: string,
  credentials: Credentials,
  now: Date,
  send: Fetch = fetch,
): Promise<string> {
  const host = `secretsmanager.${region}.amazonaws.com`;
  const body = JSON.stringify({ SecretId: arn });
  const headers = {
    'content-type': 'application/x-amz-json-1.1',
    host,
    'x-amz-date': now.toISOString().replaceAll(/[-:]|\.\d{3}/g, ''),
    ...(credentials.sessionToken ? { 'x-amz-security-token': credentials.sessionToken } : {}),
    'x-amz-target': 'secretsmanager.GetSecretValue',
  };
  const authorization = authorize({ service: 'secretsmanager', region, credentials, headers, body });
  const answer = await send(`https://${host}/`, { method: 'POST', headers: { ...headers, authorization }, body });
  if (!answer.ok) throw new Error(`Secrets Manager answered ${answer.status} for ${arn}`);
  return SecretSchema.parse(await answer.json()).SecretString;
}

/** The authorization header of a POST, to `/` unless another path is said. Header names are in lower case and in order, as the signature wants them. */
export function authorize(request: {
  service: string;
  path?: string;
  region: string;
  credentials: Credentials;
  headers: Record<string, string> & { 'x-amz-date': string };
  body: string;
}): string {
  const { service, path = '/', region, credentials, headers, body } = request;
  const time = headers['x-amz-date'];
  const scope = `${time.slice(0, 8)}/${region}/${service}/aws4_request`;
  const names = Object.keys(headers).sort();
  const lines = names.map((name) => `${name}:${headers[name]?.trim()}\n`).join('');
  const canonical = ['POST', path, '', lines, names.join(';'), sha256(body)].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', time, scope, sha256(canonical)].join('\n');
  const key = scope
    .split('/')
    .reduce<string | Buffer>((previous, part) => hmac(previous, part), `AWS4${credentials.secretAccessKey}`);
  const signature = hmac(key, toSign).toString('hex');
  return `AWS4-HMAC-SHA256 Credential=${credentials.accessKeyId}/${scope}, SignedHeaders=${names.join(';')}, Signature=${signature}`;
}
