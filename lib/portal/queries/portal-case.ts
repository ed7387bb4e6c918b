import { can } from '#lib/access/policy.ts';
import { readableOf } from '#lib/access/readable.ts';
import { answerableCases } from '#lib/access/readable-by-customer.ts';
import { verbsNow } from '#lib/kinds/case/rules/has-verb-now.ts';
import { caseIsNotClosed } from '#lib/kinds/case/rules/validate-update.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { pageSettings } from '#lib/settings/page-settings.ts';
import { integer } from '#lib/settings/settings.ts';
import { closesAt } from '../closes-at.ts';
import { colleaguesOf, type PortalColleague } from '../colleagues-of-case.ts';
import { type CustomerStep, stepOf } from '../customer-step.ts';
import { type FileRow, filesOf, type PortalFile, portalFile } from '../files-of-case.ts';
import { requestState } from '../request-state.ts';

/** What the reader may do to a case now, by the same rules as the commands. */
export type PortalCaseActions = { comment: boolean; answer: boolean; close: boolean; share: boolean; ask: boolean };

export type PortalCase = {
  /** The id by which the page receives changes of the case. */
  id: string;
  number: string;
  shortDescription: string;
  /** Empty if the provider opened the case: its description is internal, and the customer got a message instead. */
  description: string;
  /** Who described it: the reader, another customer by name, or null for Support. */
  describedBy: { name: string; isReader: boolean } | null;
  /** Support recorded what the customer said by phone. */
  byPhone: boolean;
  step: CustomerStep;
  state: string;
  /** The state of the request, if the case is an order. */
  requestState: string | null;
  priority: number;
  openedAt: string;
  updatedAt: string;
  /** The product or asset with its tag; empty if none was chosen. */
  product: string;
  /** The contact or consumer of the case. */
  contact: string | null;
  isOwn: boolean;
  account: string | null;
  proactive: boolean;
  /** Null if the notes were not added to the comments (CASE-2). */
  resolutionNotes: string | null;
  /** When a proposed solution counts as accepted; null if it does not, or waits without limit. */
  closesAt: string | null;
  files: PortalFile[];
  maxMegabytes: number;
  colleagues: PortalColleague[];
  may: PortalCaseActions;
};

type Row = Omit<
  PortalCase,
  'step' | 'describedBy' | 'openedAt' | 'updatedAt' | 'closesAt' | 'files' | 'maxMegabytes' | 'may'
> & {
  openedAt: Date;
  updatedAt: Date;
  waitsSince: Date | null;
  writes: boolean;
  authorId: string | null;
  files: FileRow[];
  author: string | null;
};

/** POR-3 · A case as customers read it, with what they may do now; null if it is missing or hidden from the reader. */
export async function portalCase(actor: Actor, number: string): Promise<PortalCase | null> {
  const settings = await pageSettings();
  const [row] = await db().$queryRaw<Row[]>`
    /* prepared */ select t.id, t.number, t.short_description as "shortDescription", t.state, t.priority, ${requestState} as "requestState",
           case when c.proactive then '' else t.description end as description, author.id as "authorId", author.name as author, case when c.answered_at is null then coalesce(c.waits_since, t.resolved_at) end as "waitsSince",
           t.opened_at as "openedAt", t.customer_updated_at as "updatedAt", concat_ws(', ', p.name, asset.tag) as product, u.name as contact,
           c.channel = 'phone' and coalesce(opener.audience = 'internal', true) as "byPhone",
           coalesce(${actor.id}::uuid in (t.contact_id, t.consumer_id), false) as "isOwn", a.name as account, c.proactive,
           case when c.add_resolution_notes_to_comments then c.resolution_notes end as "resolutionNotes",
           coalesce(${answerableCases(actor)}, false) as writes,
           ${filesOf(settings)} as files, ${colleaguesOf} as colleagues
    from tasks t join cases c on c.id = t.id
    left join products p on p.id = c.product_id left join assets asset on asset.id = c.asset_id
    left join users opener on opener.id = t.opened_by_id
    left join users author on author.audience = 'external'
      and author.id = coalesce(t.opened_by_id, case when c.channel = 'email' then coalesce(t.contact_id, t.consumer_id) end)
    left join users u on u.id = coalesce(t.contact_id, t.consumer_id)
    left join accounts a on a.id = t.account_id
    where t.number = ${number} and t.kind = 'case' and (${readableOf('case', actor)})`;
  if (!row) return null;
  const { openedAt, updatedAt, waitsSince, writes, authorId, author, files, ...theCase } = row;
  return {
    ...theCase,
    describedBy: author === null ? null : { name: author, isReader: authorId === actor.id },
    step: stepOf(row.state, row.requestState),
    openedAt: openedAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    closesAt: closesAt(row.state, waitsSince, integer(settings, 'case.autoclose.days')),
    files: files.map(portalFile),
    maxMegabytes: integer(settings, 'attachment.max_size_mb'),
    may: portalDeeds(actor, row, writes),
  };
}

/** A customer's permissions do not depend on the assignee or on whether it is a major case, so neither is read. */
function portalDeeds(actor: Actor, { number, state, account }: Row, writes: boolean): PortalCaseActions {
  if (!writes) return { comment: false, answer: false, close: false, share: false, ask: false };
  const unread = { assignedToId: null, majorCaseState: null, answeredAt: null, accountId: null, contactId: null };
  const verbs = verbsNow(actor, { number, state, ...unread, consumerId: null });
  const isOpen = caseIsNotClosed({ number, state }).ok;
  return {
    comment: can(actor, 'comment', 'case') && isOpen,
    answer: verbs.includes('accept-solution'),
    close: verbs.includes('close-own'),
    share: can(actor, 'answer', 'case') && isOpen && account !== null,
    ask: can(actor, 'answer', 'case') && isOpen,
  };
}
