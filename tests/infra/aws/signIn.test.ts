import { CALLBACK_PATH } from '@insatskollen/functions/people/callback.ts';
import { signInPaths } from '@insatskollen/infra/aws/signIn.ts';
import { describe, expect, test } from 'vitest';
import { appWith, only, readable, resources, templatesOf } from './synthesis.ts';

const entra = {
  name: 'EntraID',
  issuer: 'https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/v2.0',
  clientId: 'insatskollen',
  secretName: 'insatskollen/prod/entra',
};
const eId = {
  name: 'eID',
  issuer: 'https://eid.example',
  clientId: 'insatskollen',
  secretName: 'insatskollen/prod/eid',
};

const { product } = templatesOf('prod', { identityProviders: [entra, eId] });
const pool = only(product, 'AWS::Cognito::UserPool').Properties;
const client = only(product, 'AWS::Cognito::UserPoolClient').Properties;

describe('who can have an account', () => {
  test('only someone whom an administrator gives one', () => {
    expect(pool['AdminCreateUserConfig']).toMatchObject({ AllowAdminCreateUserOnly: true });
  });

  test('by a user name: nobody signs in by an e-mail address or a telephone number', () => {
    expect(pool).not.toHaveProperty('AliasAttributes');
    expect(pool).not.toHaveProperty('UsernameAttributes');
    expect(pool['UsernameConfiguration']).toEqual({ CaseSensitive: false });
  });

  test('told in Swedish, by mail from the stage’s own domain, encrypted on its way', () => {
    expect(JSON.stringify(pool['AdminCreateUserConfig'])).toContain('du har fått ett konto i Insatskollen');
    expect(pool['EmailConfiguration']).toMatchObject({
      EmailSendingAccount: 'DEVELOPER',
      ConfigurationSet: 'insatskollen-prod',
      From: 'Insatskollen <no-reply@insatskollen.example>',
    });
  });
});

describe('how one proves who one is', () => {
  test('always with two factors: an app or a passkey, never a text message', () => {
    expect(pool).toMatchObject({
      MfaConfiguration: 'ON',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      WebAuthnFactorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION',
      WebAuthnUserVerification: 'required',
      WebAuthnRelyingPartyID: 'insatskollen-prod.auth.eu-north-1.amazoncognito.com',
    });
    expect(pool['Policies']).toMatchObject({ SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] } });
  });

  test('with a long password that has not leaked', () => {
    expect(pool['Policies']).toMatchObject({ PasswordPolicy: { MinimumLength: 14, PasswordHistorySize: 12 } });
    expect(pool).toMatchObject({ UserPoolTier: 'PLUS', UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' } });
    expect(only(product, 'AWS::Cognito::UserPoolRiskConfigurationAttachment').Properties).toMatchObject({
      ClientId: 'ALL',
      CompromisedCredentialsRiskConfiguration: { Actions: { EventAction: 'BLOCK' } },
      AccountTakeoverRiskConfiguration: { Actions: { HighAction: { EventAction: 'BLOCK' } } },
    });
  });
});

describe('this product as the client', () => {
  test('takes an authorization code at its own address alone, and proves itself with a secret', () => {
    expect(client).toMatchObject({
      GenerateSecret: true,
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid'],
      CallbackURLs: ['https://insatskollen.example/api/auth/callback'],
      LogoutURLs: ['https://insatskollen.example/logga-in'],
      PreventUserExistenceErrors: 'ENABLED',
      EnableTokenRevocation: true,
    });
  });

  test('the address of the answer is the one that the API serves', () => {
    expect(signInPaths.callback).toBe(CALLBACK_PATH);
  });

  test('never asks for a password itself', () => {
    expect(client['ExplicitAuthFlows']).toEqual(['ALLOW_USER_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH']);
  });

  test('keeps its secret in Secrets Manager, under a key of ours', () => {
    const secret = only(product, 'AWS::SecretsManager::Secret').Properties;
    expect(readable(product, secret['SecretString'])).toBe('<Cognito::UserPoolClient.ClientSecret>');
    expect(readable(product, secret['KmsKeyId'])).toBe('<KMS::Key.Arn>');
  });

  test('has sign-in pages in the region', () => {
    expect(only(product, 'AWS::Cognito::UserPoolDomain').Properties).toMatchObject({
      Domain: 'insatskollen-prod',
      ManagedLoginVersion: 2,
    });
    expect(resources(product, 'AWS::Cognito::ManagedLoginBranding')).toHaveLength(1);
  });
});

describe('other providers of identity', () => {
  test('are those that the context names, asked for nothing but who someone is', () => {
    const providers = resources(product, 'AWS::Cognito::UserPoolIdentityProvider').map(({ Properties }) => Properties);
    expect(providers).toMatchObject(
      [entra, eId].map(({ name, issuer, clientId, secretName }) => ({
        ProviderName: name,
        ProviderType: 'OIDC',
        ProviderDetails: {
          oidc_issuer: issuer,
          client_id: clientId,
          authorize_scopes: 'openid',
          client_secret: `{{resolve:secretsmanager:${secretName}:SecretString:::}}`,
        },
      })),
    );
    expect(client['SupportedIdentityProviders']).toEqual([
      'COGNITO',
      { Ref: expect.stringContaining('EntraID') as unknown },
      { Ref: expect.stringContaining('eID') as unknown },
    ]);
  });

  test('can be said on the command line', () => {
    const app = appWith({ stage: 'dev', identityProviders: JSON.stringify([eId]) });
    expect(
      app.node.tryFindChild('insatskollen-dev')?.node.tryFindChild('SignIn')?.node.tryFindChild('ProvidereID'),
    ).toBeDefined();
  });

  test.each<[object, string]>([
    [{ ...entra, issuer: 'http://login.example' }, 'without encryption'],
    [{ ...entra, secret: 'a secret in the context' }, 'with a secret in the open'],
    [{ ...entra, name: 'COGNITO' }, 'by the pool’s own name'],
  ])('are refused: %o, %s', (provider) => {
    expect(() => appWith({ stage: 'dev', identityProviders: [provider] })).toThrow(
      '“identityProviders” in the context cannot be used.',
    );
  });

  test('none are needed', () => {
    const alone = templatesOf('dev').product;
    expect(only(alone, 'AWS::Cognito::UserPoolClient').Properties['SupportedIdentityProviders']).toEqual(['COGNITO']);
  });
});
