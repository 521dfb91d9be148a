import { describe, expect, it } from 'vitest';
import { readConfig } from '@insatskollen/infra/server/config.ts';
import { newId } from '@insatskollen/infra/server/ids.ts';
import { authorize, readSecret } from '@insatskollen/infra/server/secretsManager.ts';

const whole = {
  STAGE: 'prod',
  APP_ORIGIN: 'https://insatskollen.example/',
  AWS_REGION: 'eu-north-1',
  TABLE_NAME: 'insatskollen-prod',
  OPENID_ISSUER: 'https://cognito-idp.eu-north-1.amazonaws.com/pool',
  OPENID_CLIENT_ID: 'client',
  OPENID_CLIENT_SECRET_ARN: 'arn:aws:secretsmanager:eu-north-1:000000000000:secret:openid',
};

describe('the deployed server reads its configuration', () => {
  it('from the environment, with the origin as a browser writes it', () => {
    expect(readConfig(whole)).toMatchObject({ STAGE: 'prod', APP_ORIGIN: 'https://insatskollen.example', PORT: 8080 });
  });

  it('and names everything that is missing at once, without saying what a secret holds', () => {
    const broken = () =>
      readConfig({ STAGE: 'prod', OPENID_CLIENT_SECRET: 'hemligt', APP_ORIGIN: 'http://insatskollen.example' });
    expect(broken).toThrow(/APP_ORIGIN.*AWS_REGION.*TABLE_NAME.*OPENID_ISSUER.*OPENID_CLIENT_ID/);
    expect(broken).not.toThrow(/hemligt/);
    expect(() => readConfig({ ...whole, OPENID_CLIENT_SECRET_ARN: '' })).toThrow(/OPENID_CLIENT_SECRET_ARN/);
  });

  it('and has no way to be local', () => {
    expect(() => readConfig({ ...whole, STAGE: 'local' })).toThrow(/STAGE/);
    expect(() => readConfig({ ...whole, OPENID_ISSUER: 'http://127.0.0.1:4000' })).toThrow(/OPENID_ISSUER/);
  });
});

describe('a secret is read', () => {
  it('with the signature that AWS publishes for its own example', () => {
    const authorization = authorize({
      service: 'service',
      region: 'us-east-1',
      credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' },
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        host: 'example.amazonaws.com',
        'x-amz-date': '20150830T123600Z',
      },
      body: 'Param1=value1',
    });
    expect(authorization).toBe(
      'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=content-type;host;x-amz-date, Signature=ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a',
    );
  });

  it('from the region of the function, with its session', async () => {
    const seen: { address: string; headers: Record<string, string>; body: string }[] = [];
    const secret = await readSecret(
      whole.OPENID_CLIENT_SECRET_ARN,
      'eu-north-1',
      { accessKeyId: 'a', secretAccessKey: 'b', sessionToken: 'c' },
      new Date('2026-11-24T08:00:00Z'),
      (address, { headers, body }) => {
        seen.push({ address, headers, body });
        return Promise.resolve(Response.json({ SecretString: 'hemligt' }));
      },
    );
    expect(secret).toBe('hemligt');
    expect(seen[0]?.address).toBe('https://secretsmanager.eu-north-1.amazonaws.com/');
    expect(seen[0]?.headers).toMatchObject({ 'x-amz-date': '20261124T080000Z', 'x-amz-security-token': 'c' });
    expect(JSON.parse(seen[0]?.body ?? '')).toEqual({ SecretId: whole.OPENID_CLIENT_SECRET_ARN });
  });

  it('or the server does not start', async () => {
    const refused = readSecret('arn:x', 'eu-north-1', { accessKeyId: 'a', secretAccessKey: 'b' }, new Date(), () =>
      Promise.resolve(new Response('{}', { status: 400 })),
    );
    await expect(refused).rejects.toThrow('400');
  });
});

it('ids are opaque, short, and never the same', () => {
  const ids = Array.from({ length: 1_000 }, newId);
  expect(new Set(ids).size).toBe(1_000);
  expect(ids.every((id) => /^[0-9a-z]{26}$/.test(id))).toBe(true);
});
