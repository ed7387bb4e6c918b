import { can } from '#lib/access/policy.ts';
import { readableOf } from '#lib/access/readable.ts';
import { fileSize } from '#lib/attachment/file-size.ts';
import { isShownInline } from '#lib/attachment/inline-types.ts';
import { verbsNow } from '#lib/case/rules/has-verb-now.ts';
import { caseIsNotClosed } from '#lib/case/rules/validate-update.ts';
import { type CaseVerb, type CaseVerbName, caseVerbs } from '#lib/case/verbs.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { pageSettings } from '#lib/property/page-settings.ts';
import type { Settings } from '#lib/property/settings.ts';
import { type PriorityShown, priorityShown, type StateShown, stateShown } from '#lib/task/state-shown.ts';
import { shownName } from '../shown-name.ts';

export type PortalAttachment = { name: string; href: string; size: string; isImage: boolean; by: string; at: string };

export type PortalVerb = { name: CaseVerbName; label: string; asksComment: boolean };

export type PortalCase = {
  number: string;
  shortDescription: string;
  description: string;
  state: StateShown;
  priority: PriorityShown;
  openedAt: string;
  updatedAt: string;
  product: string | null;
  /** The contact or consumer whose case it is. */
  contact: string | null;
  /** Null where they were not added to the comments (CASE-2). */
  resolutionNotes: string | null;
  attachments: PortalAttachment[];
  verbs: PortalVerb[];
  /** Whether one may comment and attach. */
  mayComment: boolean;
};

type Row = {
  id: string;
  number: string;
  shortDescription: string;
  description: string;
  state: string;
  priority: number;
  openedAt: Date;
  updatedAt: Date;
  product: string | null;
  contact: string | null;
  resolutionNotes: string | null;
};

type FileRow = { id: string; name: string; contentType: string; size: number; by: string; at: Date };

/** POR-3 · A case as customers read it, with what they may do to it now; null if it is missing or out of their reach. */
export async function portalCase(actor: Actor, number: string): Promise<PortalCase | null> {
  const [row] = await db().$queryRaw<Row[]>`
    select t.id, t.number, t.short_description as "shortDescription", t.description, t.state, t.priority,
           t.opened_at as "openedAt", t.updated_at as "updatedAt", p.name as product, u.name as contact,
           case when c.add_resolution_notes_to_comments then c.resolution_notes end as "resolutionNotes"
    from tasks t join cases c on c.id = t.id
    left join products p on p.id = c.product_id
    left join users u on u.id = coalesce(t.contact_id, t.consumer_id)
    where t.number = ${number} and t.kind = 'case' and (${readableOf('case', actor)})`;
  if (!row) return null;
  const { id, state, priority, openedAt, updatedAt, ...theCase } = row;
  return {
    ...theCase,
    state: stateShown('case', state),
    priority: priorityShown(priority),
    openedAt: openedAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    attachments: await portalAttachments(id, await pageSettings()),
    verbs: portalVerbs(actor, number, state),
    mayComment: can(actor, 'comment', 'case') && caseIsNotClosed({ number, state }).ok,
  };
}

/** REC-4 · Attachments belong to the case and follow its access: whoever reads the case reads them all. */
async function portalAttachments(caseId: string, settings: Settings): Promise<PortalAttachment[]> {
  const files = await db().$queryRaw<FileRow[]>`
    select a.id, a.name, a.content_type as "contentType", a.size, ${shownName(settings)} as by, a.created_at as at
    from attachments a left join users u on u.id = a.uploaded_by_id
    where a.task_id = ${caseId}::uuid order by a.created_at desc, a.id desc`;
  return files.map(({ id, name, contentType, size, by, at }) => ({
    name,
    href: `/api/attachments/${id}`,
    size: fileSize(size),
    isImage: isShownInline(contentType),
    by,
    at: at.toISOString(),
  }));
}

/** What a customer may do does not depend on who works on the case, or on whether it is a major one: neither is read. */
function portalVerbs(actor: Actor, number: string, state: string): PortalVerb[] {
  return verbsNow(actor, { number, state, assignedToId: null, majorCaseState: null, answeredAt: null }).map((name) => {
    const { label, asks }: CaseVerb = caseVerbs[name];
    return { name, label, asksComment: asks.includes('comment') };
  });
}
