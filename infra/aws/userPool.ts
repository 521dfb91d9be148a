import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnUserPool,
  CfnUserPoolRiskConfigurationAttachment,
  FeaturePlan,
  Mfa,
  PasskeyUserVerification,
  StandardThreatProtectionMode,
  UserPool,
  UserPoolEmail,
} from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import { configurationSetName, senderOf } from './mail.ts';
import { signInHost, type StageSettings } from './settings.ts';

/**
 * The accounts of those who sign in without a provider of their own. Only an administrator makes one, with a user name: an e-mail
 * address is a way to reach someone and identifies nobody. Everyone has a second factor, an app or a passkey.
 */
export function makeUserPool(scope: Construct, settings: StageSettings): UserPool {
  const { protect, domain } = settings;
  const pool = new UserPool(scope, 'UserPool', {
    userPoolName: `insatskollen-${settings.stage}`,
    selfSignUpEnabled: false,
    signInAliases: { username: true },
    signInCaseSensitive: false,
    standardAttributes: { email: { required: false, mutable: true } },
    autoVerify: { email: true },
    keepOriginal: { email: true },
    mfa: Mfa.REQUIRED,
    mfaSecondFactor: { otp: true, sms: false },
    signInPolicy: { allowedFirstAuthFactors: { password: true, passkey: true } },
    passkeyRelyingPartyId: signInHost(settings),
    passkeyUserVerification: PasskeyUserVerification.REQUIRED,
    passwordPolicy: {
      minLength: 14,
      requireLowercase: true,
      requireUppercase: true,
      requireDigits: true,
      requireSymbols: true,
      tempPasswordValidity: Duration.days(14), // as long as an invitation
      passwordHistorySize: 12,
    },
    accountRecovery: AccountRecovery.EMAIL_ONLY,
    featurePlan: FeaturePlan.PLUS,
    standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
    email: UserPoolEmail.withSES({
      fromEmail: senderOf(settings),
      fromName: 'Insatskollen',
      sesVerifiedDomain: domain,
      sesRegion: settings.region,
      configurationSetName: configurationSetName(settings),
    }),
    userInvitation: {
      emailSubject: 'Ditt konto i Insatskollen',
      emailBody:
        'Hej,<br><br>du har fått ett konto i Insatskollen. Använd det när du öppnar länken i din inbjudan.<br><br>' +
        'Användarnamn: {username}<br>Tillfälligt lösenord: {####}<br><br>Lösenordet gäller i 14 dagar.',
    },
    userVerification: {
      emailSubject: 'Din kod till Insatskollen',
      emailBody: 'Din kod är {####}. Har du inte bett om någon kod behöver du inte göra något.',
    },
    deletionProtection: protect,
    removalPolicy: protect ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY,
  });
  countPasskeyAsBothFactors(pool);
  refuseRiskySignIns(pool);
  return pool;
}

/** A passkey that checks who holds it is two factors in one. Not yet a property of the construct. */
function countPasskeyAsBothFactors(pool: UserPool): void {
  const resource = pool.node.defaultChild;
  if (!(resource instanceof CfnUserPool)) throw new Error('The user pool has changed its inner resource.');
  resource.webAuthnFactorConfiguration = 'MULTI_FACTOR_WITH_USER_VERIFICATION';
}

/** A password known to be leaked is refused, and so is a sign-in that looks like a takeover. */
function refuseRiskySignIns(pool: UserPool): void {
  new CfnUserPoolRiskConfigurationAttachment(pool, 'Risk', {
    userPoolId: pool.userPoolId,
    clientId: 'ALL',
    compromisedCredentialsRiskConfiguration: { actions: { eventAction: 'BLOCK' } },
    accountTakeoverRiskConfiguration: {
      actions: {
        mediumAction: { eventAction: 'MFA_REQUIRED', notify: false },
        highAction: { eventAction: 'BLOCK', notify: false },
      },
    },
  });
}
