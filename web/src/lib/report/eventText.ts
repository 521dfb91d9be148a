import type { ReportEvent } from '@insatskollen/shared/reports/events.ts';
import type { Language } from '#lib/i18n/language.ts';

type Told = Pick<ReportEvent, 'type' | 'version'>;

/** What happened, as a sentence with the person in it: `Anna Alm skickade in version 2`. */
export function eventText({ type, version }: Told, who: string, language: Language): string {
  const n = version ?? '';
  const sv = language === 'sv';
  switch (type) {
    case 'draftStarted':
      return sv ? `${who} började på ett utkast` : `${who} began a draft`;
    case 'submitted':
      return sv ? `${who} skickade in version ${n}` : `${who} submitted version ${n}`;
    case 'recalled':
      return sv ? `${who} tog tillbaka version ${n}` : `${who} took version ${n} back`;
    case 'reviewTaken':
      return sv ? `${who} började granska version ${n}` : `${who} began to review version ${n}`;
    case 'reviewGivenBack':
      return sv ? `${who} lämnade tillbaka granskningen` : `${who} gave the review back`;
    case 'returned':
      return sv
        ? `${who} skickade tillbaka version ${n} för komplettering`
        : `${who} returned version ${n} to be completed`;
    case 'approved':
      return sv ? `${who} godkände version ${n}` : `${who} approved version ${n}`;
    case 'reopened':
      return sv ? `${who} öppnade rapporten igen efter version ${n}` : `${who} reopened the report after version ${n}`;
    case 'reopenRequested':
      return sv ? `${who} bad att få rätta version ${n}` : `${who} asked to correct version ${n}`;
    case 'extended':
      return sv ? `${who} gav mer tid` : `${who} gave more time`;
  }
}

interface Verified {
  ok: boolean;
  events: { count: number; ok: boolean; firstBroken: number | null };
  receipts: readonly { version: number; ok: boolean }[];
}

/** What checking a report's history and receipts found, in sentences. */
export function verificationText({ events, receipts }: Verified, language: Language): string[] {
  const sv = language === 'sv';
  const broken = receipts.filter(({ ok }) => !ok).map(({ version }) => version);
  const history = events.ok
    ? sv
      ? `Historiken stämmer: alla ${events.count} händelser är oförändrade och i sin ordning.`
      : `The history holds: all ${events.count} events are unchanged and in order.`
    : sv
      ? `Historiken stämmer inte från händelse ${events.firstBroken ?? 1}. Något är ändrat, tillagt eller borttaget i efterhand.`
      : `The history does not hold from event ${events.firstBroken ?? 1}. Something was changed, added or removed afterwards.`;
  if (receipts.length === 0) return [history];
  const sealed =
    broken.length === 0
      ? sv
        ? `Innehållet i varje inskickad version är exakt det som kvittot gäller.`
        : `The content of every submitted version is exactly what its receipt is for.`
      : sv
        ? `Innehållet stämmer inte med kvittot för version ${broken.join(', ')}.`
        : `The content does not match the receipt of version ${broken.join(', ')}.`;
  return [history, sealed];
}
