/**
 * Every way in which the product says no: code, HTTP status, and the text in Swedish and English.
 * Texts say what is wrong and what to do; they never repeat what was typed or the address asked for.
 */
export const refusals = {
  notSignedIn: {
    status: 401,
    sv: 'Du är inte inloggad. Logga in och försök igen.',
    en: 'You are not signed in. Sign in and try again.',
  },
  tooMany: {
    status: 429,
    sv: 'För många anrop på kort tid. Vänta en stund och försök igen.',
    en: 'Too many requests in a short time. Wait a moment and try again.',
  },
  notAllowed: { status: 403, sv: 'Din roll ger inte rätt att göra detta.', en: 'Your role does not allow this.' },
  readOnly: {
    status: 403,
    sv: 'Nyckeln får bara läsa. Skapa en som får skriva.',
    en: 'This token may only read. Create one that may write.',
  },
  crossSite: {
    status: 403,
    sv: 'Anropet kom från en annan webbplats och stoppades.',
    en: 'The request came from another site and was stopped.',
  },
  noInvitation: {
    status: 403,
    sv: 'Du har ingen inbjudan. Be den som samordnar uppföljningen på Region Sörmland om en.',
    en: 'You have no invitation. Ask the follow-up coordinator at Region Sörmland for one.',
  },
  fourEyes: {
    status: 403,
    sv: 'Någon annan behöver granska: du har själv skrivit i det, eller rapporterar för aktören.',
    en: 'Someone else has to review this: you wrote in it, or report for this actor.',
  },
  notFound: {
    status: 404,
    sv: 'Det finns inget här, eller så får du inte se det.',
    en: 'There is nothing here, or you may not see it.',
  },
  withdrawn: {
    status: 410,
    sv: 'Det som fanns här är tillbakadraget.',
    en: 'What was here has been withdrawn.',
  },
  methodNotAllowed: {
    status: 405,
    sv: 'Det går inte att göra så här på den adressen.',
    en: 'That cannot be done at this address.',
  },
  tooLarge: {
    status: 413,
    sv: 'Det som skickades är för stort. Gränsen är 1 MB.',
    en: 'What was sent is too large. The limit is 1 MB.',
  },
  notJson: { status: 415, sv: 'Skicka innehållet som application/json.', en: 'Send the content as application/json.' },
  malformed: { status: 400, sv: 'Innehållet går inte att läsa som JSON.', en: 'The content cannot be read as JSON.' },
  invalid: {
    status: 422,
    sv: 'Något i det som skickades stämmer inte. Se felen.',
    en: 'Something in what was sent is not right. See the errors.',
  },
  incomplete: {
    status: 422,
    sv: 'Rapporten är inte komplett. Se vad som saknas.',
    en: 'The report is not complete. See what is missing.',
  },
  keyReused: {
    status: 422,
    sv: 'Samma Idempotency-Key har redan använts för något annat.',
    en: 'The same Idempotency-Key was already used for something else.',
  },
  versionNeeded: {
    status: 428,
    sv: 'Ange vilken version du utgår från med If-Match eller version.',
    en: 'Say which version you start from, with If-Match or version.',
  },
  stale: {
    status: 412,
    sv: 'Någon annan har ändrat sedan du hämtade. Läs in på nytt och jämför.',
    en: 'Someone else has changed this since you fetched it. Load it again and compare.',
  },
  entryConflict: {
    status: 412,
    sv: 'Någon annan har ändrat samma fält. Välj vilket värde som gäller.',
    en: 'Someone else has changed the same field. Choose which value to keep.',
  },
  wrongState: {
    status: 409,
    sv: 'Det går inte i det nuvarande läget.',
    en: 'That is not possible as things stand.',
  },
  tooEarly: {
    status: 409,
    sv: 'Det är för tidigt. Se från när det går.',
    en: 'It is too early. See from when it is possible.',
  },
  heldByAnother: {
    status: 409,
    sv: 'En annan samordnare granskar rapporten. Ta över granskningen först.',
    en: 'Another coordinator is reviewing the report. Take over the review first.',
  },
  underReview: {
    status: 409,
    sv: 'Rapporten granskas just nu och kan inte tas tillbaka.',
    en: 'The report is under review and cannot be recalled.',
  },
  busy: {
    status: 503,
    sv: 'Många sparar samtidigt just nu. Försök igen om en stund; inget är förlorat.',
    en: 'Many are saving at the same time. Try again in a moment; nothing is lost.',
  },
  tableAway: {
    status: 503,
    sv: 'Tjänsten når inte sina data just nu. Försök igen om en stund; inget är förlorat.',
    en: 'The service cannot reach its data just now. Try again in a moment; nothing is lost.',
  },
} as const satisfies Record<string, { status: number; sv: string; en: string }>;

export type RefusalCode = keyof typeof refusals;

/** One fault in what was sent: where (`values.startade-foretag`), a stable code, and words. */
export interface Fault {
  path: string;
  code: string;
  message: string;
}

/** Thrown anywhere below a route; the HTTP layer turns it into `application/problem+json`. */
export class Refused extends Error {
  readonly code: RefusalCode;
  /** Members of the problem document beside the standard ones: `errors`, `states`, `opensAt`, `current`, … */
  readonly extra: Readonly<Record<string, unknown>>;
  constructor(code: RefusalCode, extra: Record<string, unknown> = {}) {
    super(code);
    this.code = code;
    this.extra = extra;
  }
}
