import { z } from 'zod';
import { assessmentTexts } from '#lib/insight/texts.ts';
import { callApi, orRefuse, type ApiEvent } from '#lib/server/api.ts';
import { tryAll } from '#lib/server/register.ts';

/** An analysis where it is only named. */
const BriefSchema = z.object({
  id: z.string(),
  title: z.string(),
  publisher: z.string(),
  day: z.string(),
  focusAreas: z.array(z.string()),
  withdrawnAt: z.string().nullable(),
});
export type BriefAnalysis = z.infer<typeof BriefSchema>;

/** The latest analyses of a focus area that the visitor may read, so many at most. */
export async function readAnalysesAbout(event: ApiEvent, focusArea: string, most: number): Promise<BriefAnalysis[]> {
  const query = new URLSearchParams({ focusArea, limit: String(most) });
  const schema = z.object({ items: z.array(BriefSchema) });
  return orRefuse(event, await callApi(event, `/api/v1/analyses?${query.toString()}`, { schema })).items;
}

/** Every analysis of the library that the visitor may read. */
export const readAnalyses = async (event: ApiEvent): Promise<BriefAnalysis[]> =>
  orRefuse(event, await tryAll(event, '/api/v1/analyses', {}, BriefSchema));

/** Some analyses by their ids, in order; `null` for one that the visitor may not read. */
export const readAnalysesById = (event: ApiEvent, ids: readonly string[]): Promise<(BriefAnalysis | null)[]> =>
  Promise.all(
    ids.map(async (id) => {
      const path = `/api/v1/analyses/${encodeURIComponent(id)}`;
      const answer = await callApi(event, path, { schema: BriefSchema });
      return !answer.ok && answer.status === 404 ? null : orRefuse(event, answer);
    }),
  );

/** What an assessment of some areas may rest on: analyses about them or about no area in particular, and those it rests on already. */
export async function analysisChoices(
  event: ApiEvent,
  analyses: readonly BriefAnalysis[],
  areas: readonly { id: string }[],
  chosen: readonly string[],
): Promise<{ value: string; name: string }[]> {
  const isAbout = ({ focusAreas }: BriefAnalysis) =>
    focusAreas.length === 0 || areas.some(({ id }) => focusAreas.includes(id));
  const offered = analyses.filter((one) => isAbout(one) || chosen.includes(one.id));
  const others = await readAnalysesById(
    event,
    chosen.filter((id) => !offered.some((one) => one.id === id)),
  );
  const { analysisOut } = assessmentTexts[event.locals.language];
  return [...offered, ...others.flatMap((one) => one ?? [])].map(({ id, title, publisher, day, withdrawnAt }) => ({
    value: id,
    name: `${title} (${publisher} ${day.slice(0, 4)}${withdrawnAt === null ? '' : `, ${analysisOut}`})`,
  }));
}
