/** Kinds of personal data that do not belong in a report (requirement L2): pointed out at entry, never blocked. */
export type PersonalData = 'personalNumber' | 'email';

// Begins only where an address can, so that a long text without blanks is read once and not once from each letter.
const email = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/u;
const personalNumber = /(?<!\d)(?:\d{2})?(\d{2})(\d{2})(\d{2})[-+–−\u00a0 ]?(\d{4})(?!\d)/g;

/** What a text seems to hold: a personnummer or samordningsnummer (date and check digit both right), an e-mail address. */
export function personalDataIn(text: string): PersonalData[] {
  const found: PersonalData[] = [];
  for (const [, year = '', month = '', day = '', last = ''] of text.matchAll(personalNumber)) {
    const dayOfMonth = Number(day) > 60 ? Number(day) - 60 : Number(day);
    const plausible = Number(month) >= 1 && Number(month) <= 12 && dayOfMonth >= 1 && dayOfMonth <= 31;
    if (plausible && hasCheckDigit(year + month + day + last)) {
      found.push('personalNumber');
      break;
    }
  }
  if (email.test(text)) found.push('email');
  return found;
}

/** Luhn's check over the ten digits. */
function hasCheckDigit(digits: string): boolean {
  let total = 0;
  for (const [index, digit] of [...digits].entries()) {
    const product = Number(digit) * (index % 2 === 0 ? 2 : 1);
    total += product > 9 ? product - 9 : product;
  }
  return total % 10 === 0;
}
