import { answersWithout } from '@insatskollen/shared/agreements/confidential.ts';
import { CommentSchema } from '@insatskollen/shared/comments/comment.ts';
import { reportAccess, type ReportAccess } from '@insatskollen/shared/people/permissions.ts';
import { firstBrokenEvent } from '@insatskollen/shared/reports/events.ts';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { mount, type Api } from '../http/endpoint.ts';
import { PageQuerySchema, pageSchema } from '../http/paging.ts';
import { namesOf } from '../people/names.ts';
import { sha256 } from '../table/hash.ts';
import { reportItem } from './item.ts';
import { listReports } from './list.ts';
import { forPermission, withheldIn } from './load.ts';
import { progressByReport } from './progress.ts';
import { readHistory, readVersions, versionOr404 } from './history.ts';
import { remarksOfMany } from './remarkStore.ts';
import { reportOf } from './request.ts';
import {
  EventsSchema,
  ReportItemSchema,
  ReportQuerySchema,
  ReportSchema,
  VerifySchema,
  VersionSchema,
} from './schemas.ts';
import { receiptOf } from './submit.ts';
import { isSealed } from './versionStore.ts';
import { viewReport } from './view.ts';

const at = '/reports/{agreementId}/{period}';

/** Reading reports: lists, one, its versions, its history and whether that history holds. */
export function mountReports(api: Api, deps: Deps): void {
  mount(
    api,
    deps,
    {
      method: 'get',
      path: '/reports',
      summary:
        'Reports that one may know of, expected ones too; newest period first, what waits for review oldest first',
      action: 'report.read',
      query: PageQuerySchema.extend(ReportQuerySchema.shape),
      answer: pageSchema(ReportItemSchema),
    },
    async (call) => {
      const { person } = call.caller;
      const { heads, nextCursor } = await listReports(deps, person, call.query, call.language);
      const now = deps.businessNow();
      const accessTo = new Map(heads.map((head) => [head, reportAccess(person, forPermission(head))]));
      const seenAs = (wanted: ReportAccess) => heads.filter((head) => accessTo.get(head) === wanted);
      const [progress, remarks] = await Promise.all([
        progressByReport(deps, seenAs('actor'), call.language),
        remarksOfMany(deps.table, [...seenAs('actor'), ...seenAs('region')]),
      ]);
      const items = heads.map((head) => ({
        ...reportItem(head, now, accessTo.get(head) ?? 'none', remarks.get(head)),
        progress: progress.get(`${head.agreementId}#${head.period}`) ?? null,
      }));
      return call.json({ items, nextCursor });
    },
  );
  mount(
    api,
    deps,
    {
      method: 'get',
      path: at,
      summary: 'One report, with the answers that one may see',
      action: 'report.read',
      answer: ReportSchema.extend({ comments: z.array(CommentSchema).nullable() }),
    },
    async (call) => {
      const opened = await reportOf(deps, call);
      const { body, etag } = await viewReport(deps, opened, { person: call.caller.person, language: call.language });
      // Here alone, and not where actions answer: an answer is remembered for its key longer than a comment may last.
      const { comments } = opened;
      const names = comments
        ? await namesOf(
            deps,
            comments.map(({ by }) => by),
          )
        : {};
      return call.json({ ...body, comments, people: { ...body.people, ...names } }, { etag });
    },
  );
  mount(
    api,
    deps,
    {
      method: 'get',
      path: `${at}/versions/{n}`,
      summary: 'A version as it was submitted, with its receipt',
      action: 'report.read',
      answer: VersionSchema,
    },
    async (call) => {
      const opened = await reportOf(deps, call);
      const { version, approvedAt } = await versionOr404(deps, opened, call.params['n'] ?? '');
      const { agreementId, period, agreementVersion, submittedAt, submittedBy, answers, textHashes } = version;
      const withheld = await withheldIn(deps.table, opened, call.caller.person);
      return call.json({
        agreementId,
        period,
        version: version.version,
        agreementVersion,
        submittedAt,
        submittedBy,
        approvedAt,
        answers: answersWithout(withheld, answers),
        withheld,
        receipt: { ...receiptOf(version), textHashes },
        people: await namesOf(deps, [submittedBy]),
      });
    },
  );
  mount(
    api,
    deps,
    {
      method: 'get',
      path: `${at}/events`,
      summary: 'The history of a report',
      action: 'report.read',
      answer: EventsSchema,
    },
    async (call) => {
      const opened = await reportOf(deps, call);
      const { shown } = await readHistory(deps, opened);
      return call.json({
        items: shown,
        people: await namesOf(
          deps,
          shown.map((event) => event.personId),
        ),
      });
    },
  );
  mount(
    api,
    deps,
    {
      method: 'get',
      path: `${at}/verify`,
      summary: 'Whether the history and every receipt of a report still hold',
      action: 'report.read',
      answer: VerifySchema,
    },
    async (call) => {
      const opened = await reportOf(deps, call);
      const { head } = opened;
      const { all } = await readHistory(deps, opened);
      const { agreementId, period } = head;
      const broken = firstBrokenEvent(
        all,
        { count: head.eventCount, hash: head.eventHash },
        { agreementId, period },
        sha256,
      );
      const versions = await readVersions(deps, opened);
      const receipts = versions.map((version) => ({ ...receiptOf(version), ok: isSealed(version, sha256) }));
      const ok = broken === undefined && receipts.every((receipt) => receipt.ok);
      return call.json({
        ok,
        events: { count: all.length, ok: broken === undefined, firstBroken: broken ?? null },
        receipts,
      });
    },
  );
}
