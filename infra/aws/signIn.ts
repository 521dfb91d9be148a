import { Duration, SecretValue, Stack, Validations } from 'aws-cdk-lib';
import {
  CfnManagedLoginBranding,
  CfnUserPoolClient,
  ManagedLoginVersion,
  OAuthScope,
  type UserPoolClient,
  UserPoolClientIdentityProvider,
  UserPoolIdentityProviderOidc,
  type UserPool,
} from 'aws-cdk-lib/aws-cognito';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { AppServer } from './server.ts';
import { originOf, type StageSettings } from './settings.ts';
import { makeUserPool } from './userPool.ts';

/** Where the provider sends people back to; the API and the pages own these addresses, and a test holds them together. */
export const signInPaths = { callback: '/api/auth/callback', afterSignOut: '/logga-in' } as const;

/** Signing in through OpenID Connect: the user pool, its sign-in pages, the providers it federates, and this product as its client. */
export class SignIn extends Construct {
  readonly pool: UserPool;
  readonly issuer: string;
  readonly client: UserPoolClient;
  readonly #secret: Secret;
  readonly #key: Key;

  constructor(scope: Construct, id: string, settings: StageSettings, key: Key) {
    super(scope, id);
    this.#key = key;
    this.pool = makeUserPool(this, settings);
    this.issuer = `https://cognito-idp.${Stack.of(this).region}.amazonaws.com/${this.pool.userPoolId}`;
    this.pool.addDomain('Pages', {
      cognitoDomain: { domainPrefix: settings.signInPrefix },
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });
    this.client = this.#makeClient(settings);
    new CfnManagedLoginBranding(this, 'Look', {
      userPoolId: this.pool.userPoolId,
      clientId: this.client.userPoolClientId,
      useCognitoProvidedValues: true,
    });
    this.#secret = this.#keepClientSecret(settings);
  }

  /** Tells a server whom to ask who someone is, and lets it read the secret that it proves itself with. */
  bindTo(server: AppServer): void {
    server.addEnvironment('OPENID_ISSUER', this.issuer);
    server.addEnvironment('OPENID_CLIENT_ID', this.client.userPoolClientId);
    server.addEnvironment('OPENID_CLIENT_SECRET_ARN', this.#secret.secretArn);
    server.allow(
      new PolicyStatement({
        sid: 'ClientSecret',
        actions: ['secretsmanager:GetSecretValue'],
        resources: [this.#secret.secretArn],
      }),
      new PolicyStatement({
        sid: 'ClientSecretKey',
        actions: ['kms:Decrypt'],
        resources: [this.#key.keyArn],
        conditions: { StringEquals: { 'kms:ViaService': `secretsmanager.${Stack.of(this).region}.amazonaws.com` } },
      }),
    );
  }

  #makeClient(settings: StageSettings): UserPoolClient {
    const origin = originOf(settings);
    const providers = settings.identityProviders.map(
      ({ name, issuer, clientId, secretName }) =>
        new UserPoolIdentityProviderOidc(this, `Provider${name}`, {
          userPool: this.pool,
          name,
          issuerUrl: issuer,
          clientId,
          // Resolved by CloudFormation as it deploys; the template holds only the secret's name.
          clientSecret: SecretValue.secretsManager(secretName).unsafeUnwrap(),
          scopes: ['openid'], // who someone is to that provider, and nothing more about them
        }),
    );
    const client = this.pool.addClient('Client', {
      generateSecret: true,
      authFlows: { user: true },
      oAuth: {
        flows: { authorizationCodeGrant: true, implicitCodeGrant: false, clientCredentials: false },
        scopes: [OAuthScope.OPENID],
        callbackUrls: [origin + signInPaths.callback],
        logoutUrls: [origin + signInPaths.afterSignOut],
      },
      supportedIdentityProviders: [
        UserPoolClientIdentityProvider.COGNITO,
        ...providers.map(({ providerName }) => UserPoolClientIdentityProvider.custom(providerName)),
      ],
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      // The product makes its own session of the answer and throws the tokens away.
      idTokenValidity: Duration.minutes(5),
      accessTokenValidity: Duration.minutes(5),
      refreshTokenValidity: Duration.hours(1),
    });
    client.node.addDependency(...providers);
    return client;
  }

  #keepClientSecret(settings: StageSettings): Secret {
    const resource = this.client.node.defaultChild;
    if (!(resource instanceof CfnUserPoolClient)) throw new Error('The client has changed its inner resource.');
    const secret = new Secret(this, 'ClientSecret', {
      description: `Insatskollen ${settings.stage}: what the server proves itself to the sign-in service with`,
      secretStringValue: SecretValue.resourceAttribute(resource.attrClientSecret),
      encryptionKey: this.#key,
    });
    Validations.of(secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason:
        'The user pool makes this secret and cannot be told to make another; it is changed by replacing the client, as the README says.',
    });
    return secret;
  }
}
