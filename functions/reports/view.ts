import { answersWithout, asSeenBy, valuesWithout, withheldFrom } from '@insatskollen/shared/agreements/confidential.ts';
import type { Person } from '@insatskollen/shared/people/person.ts';
import { adviceOn, deviationsOf } from '@insatskollen/shared/reports/advice.ts';
import { noAnswers } from '@insatskollen/shared/reports/answers.ts';
import { missingFor, progressOf } from '@insatskollen/shared/reports/complete.ts';
import { mayNow } from '@insatskollen/shared/reports/allowed.ts';
import { reportActions, stateAfter } from '@insatskollen/shared/reports/lifecycle.ts';
import type { Deps } from '../deps.ts';
import { namesOf } from '../people/names.ts';
import { libraryOf } from '../strategy/library.ts';
import { etagOf, reportItem } from './item.ts';
import { readContents, type Contents, type Opened } from './load.ts';
import type { ReportAnswer } from './schemas.ts';

interface Viewer {
  person: Person;
  language: 'sv' | 'en';
}

/** The whole report as one person sees it, with its ETag. */
export async function viewReport(
  deps: Deps,
  opened: Opened,
  viewer: Viewer,
): Promise<{ body: ReportAnswer; etag: string }> {
  return viewOf(deps, opened, await readContents(deps.table, opened), viewer);
}

/** As `viewReport`, of what has been read already. */
export async function viewOf(
  deps: Deps,
  opened: Opened,
  contents: Contents,
  viewer: Viewer,
): Promise<{ body: ReportAnswer; etag: string }> {
  const { head, remarks, access } = opened;
  const { terms, draft, latest, before, earlier, agreementNow } = contents;
  const withheld = agreementNow ? withheldFrom(viewer.person, agreementNow) : [];
  const { indicators, dimensions } = await libraryOf(deps);
  const now = deps.businessNow();
  const answers = draft?.answers ?? latest?.answers ?? noAnswers;
  const context = { terms, indicators, dimensions, language: viewer.language };
  const deviations = deviationsOf(answers, terms, head.period, earlier, indicators);
  const writing = access === 'actor' && stateAfter(head.state, 'saveDraft') !== undefined;
  const people = [head.submittedBy, head.reviewer?.personId, head.reopenRequest?.personId, latest?.submittedBy];
  const body: ReportAnswer = {
    ...reportItem(head, now, access, remarks),
    ...(access === 'approvedOnly'
      ? { submittedAt: latest?.submittedAt ?? null, submittedBy: latest?.submittedBy ?? null }
      : {}),
    access,
    allowed: reportActions.filter((action) => mayNow(action, head, viewer.person, now)),
    agreement: asSeenBy(viewer.person, terms),
    answers: answersWithout(withheld, answers),
    withheld,
    answersVersion: draft ? null : (latest?.version ?? null),
    draftSavedAt: draft?.savedAt ?? null,
    progress: writing ? progressOf(answers, context) : null,
    advice: adviceOn(answers, deviations, viewer.language),
    missing: writing ? missingFor(answers, context) : [],
    previous: earlier.map((one) => ({ ...one, values: valuesWithout(withheld, one.values) })),
    previousVersion: access === 'region' && before ? { version: before.version, answers: before.answers } : null,
    agreed: contents.agreed,
    people: await namesOf(deps, people),
  };
  return { body, etag: etagOf(head, access, draft?.revision ?? head.draftRevision) };
}
