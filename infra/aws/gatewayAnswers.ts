import { ResponseType, type RestApi } from 'aws-cdk-lib/aws-apigateway';
import { refusals } from '@insatskollen/shared/refusals.ts';

/** Headers on what the gateway and the firewall answer by themselves. On everything else the server sets them. */
export const gatewayHeaders = {
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
  'Content-Security-Policy': 'sandbox', // the gateway takes no value with quotes in it
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Cache-Control': 'no-store',
} as const;

/** What the gateway and the firewall have to say beyond the server's own catalogue: that they could not, or would not, ask it. */
const ownRefusals = {
  away: {
    status: 503,
    sv: 'Tjänsten svarar inte just nu. Försök igen om en stund. Det du senast sparade finns kvar.',
    en: 'The service does not answer just now. Try again in a moment. What you last saved is kept.',
  },
  stopped: {
    status: 403,
    sv: 'Anropet stoppades av tjänstens skydd. Kontakta den som samordnar uppföljningen om det var fel.',
    en: 'The request was stopped by the protection of the service. Contact the follow-up coordinator if that was wrong.',
  },
  notTaken: {
    status: 400,
    sv: 'Anropet gick inte att ta emot. Kontrollera adressen och försök igen.',
    en: 'The request could not be taken. Check the address and try again.',
  },
} as const;

const texts = { ...ownRefusals, tooMany: refusals.tooMany, tooLarge: refusals.tooLarge };

/** A refusal in the shape of the API's own, in both languages since nobody here knows which the reader has. */
export function problemDocument(code: keyof typeof texts): string {
  const { status, sv, en } = texts[code];
  const title = sv.split('. ')[0]?.replace(/\.$/, '');
  return JSON.stringify({ type: 'about:blank', title, status, detail: `${sv} ${en}`, code });
}

const answers = [
  { id: 'Away', type: ResponseType.DEFAULT_5XX, code: 'away', comeBack: true },
  { id: 'NotTaken', type: ResponseType.DEFAULT_4XX, code: 'notTaken', comeBack: false },
  { id: 'TooMany', type: ResponseType.THROTTLED, code: 'tooMany', comeBack: true },
  { id: 'TooLarge', type: ResponseType.REQUEST_TOO_LARGE, code: 'tooLarge', comeBack: false },
  { id: 'Stopped', type: ResponseType.WAF_FILTERED, code: 'stopped', comeBack: false },
] as const;

/** Gives every answer of the gateway's own its words and headers, and a time to come back where that helps. */
export function answerInOurWords(restApi: RestApi): void {
  for (const { id, type, code, comeBack } of answers) {
    const headers = Object.entries({ ...gatewayHeaders, ...(comeBack ? { 'Retry-After': '5' } : {}) });
    restApi.addGatewayResponse(id, {
      type,
      statusCode: String(texts[code].status),
      responseHeaders: Object.fromEntries(headers.map(([name, value]) => [name, `'${value}'`])),
      templates: { 'application/json': problemDocument(code) },
    });
  }
}
