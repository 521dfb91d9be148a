import { exportKinds } from '@insatskollen/shared/exports/columns.ts';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { mount, type Api } from '../http/endpoint.ts';
import { holdNow, isAlive } from './hold.ts';

const AnswerSchema = z.object({
  /** The file that is being read in; none where nobody reads one in. */
  running: z
    .object({
      kind: z.enum(exportKinds),
      /** Initiatives, or agreements (for targets too), that are written, of all that the file makes or changes. */
      done: z.number().int(),
      /** `null` while the file is checked. */
      total: z.number().int().nullable(),
      begunAt: z.string(),
    })
    .nullable(),
});

/** How far the file has come that is being read in: one at a time can be. */
export function mountProgress(api: Api, deps: Deps): void {
  mount(
    api,
    deps,
    {
      method: 'get',
      path: '/imports/progress',
      summary: 'How far the file has come that is being read in, if any is',
      action: 'register.change',
      answer: AnswerSchema,
    },
    async (call) => {
      const hold = await holdNow(deps);
      // One that fell silent before it wrote anything is as if it had never been; one that wrote will be gone on with.
      if (!hold || (hold.state === 'planning' && !isAlive(deps, hold))) return call.json({ running: null });
      const { kind, done, total, begunAt } = hold;
      return call.json({ running: { kind, done, total, begunAt } });
    },
  );
}
