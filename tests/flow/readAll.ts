import { pageSchema } from '@insatskollen/functions/http/paging.ts';
import { EventsSchema, ReportItemSchema, VersionSchema } from '@insatskollen/functions/reports/schemas.ts';
import type { Agreement } from '@insatskollen/shared/agreements/agreement.ts';
import type { z } from 'zod';
import { read, readList, type Door } from './house.ts';

/** A report as a coordinator reads it over the API: its place in the list, every version, every event. */
export interface ReadReport extends z.infer<typeof ReportItemSchema> {
  agreement: Agreement;
  versions: z.infer<typeof VersionSchema>[];
  events: z.infer<typeof EventsSchema>['items'];
}

const ListSchema = pageSchema(ReportItemSchema);

/** Every report that the agreements ask for, whole but for its draft. */
export async function readReports(door: Door, agreements: readonly Agreement[]): Promise<ReadReport[]> {
  const items = await readList(door, ListSchema, 'kim', '/reports?limit=200');
  return Promise.all(
    items.map(async (item): Promise<ReadReport> => {
      const agreement = agreements.find((one) => one.id === item.agreementId);
      if (!agreement) throw new Error(`nothing was agreed about ${item.agreementId}`);
      // Nothing has happened to it: only more time can be given to what is not begun.
      if (item.state === 'notStarted' && !item.extension) return { ...item, agreement, versions: [], events: [] };
      const path = `/reports/${item.agreementId}/${item.period}`;
      const numbers = Array.from({ length: item.version }, (_, n) => n + 1);
      const [versions, { items: events }] = await Promise.all([
        Promise.all(numbers.map((n) => read(door, VersionSchema, 'kim', `${path}/versions/${n}`))),
        read(door, EventsSchema, 'kim', `${path}/events`),
      ]);
      return { ...item, agreement, versions, events };
    }),
  );
}
