import { mayManageReplyTemplates, mayShareReplyTemplates } from '#lib/access/shared.ts';
import type { Person } from '#lib/platform/actor.ts';
import { type Db, db, type Prisma } from '#lib/platform/db.ts';
import { isUuid } from '#lib/platform/uuid.ts';
import { enforce, found } from '#lib/platform/verdict.ts';
import { MAX_SHARED } from '../rules/add-template.ts';

type Keeper = Person;

export type ListedReplyTemplate = {
  id: string;
  name: string;
  /** The first characters of its text. */
  start: string;
  usedFor: 'comment' | 'work_note' | 'both';
  shared: boolean;
  own: boolean;
  /** The owner. */
  owner: string;
  /** Whether the actor may change and delete it. */
  mayChange: boolean;
};

/** The templates that the actor may change and delete: the actor's own, and shared ones if the actor may share. */
export function changeableTemplates(actor: Keeper): Prisma.ReplyTemplateWhereInput {
  return mayShareReplyTemplates(actor).ok ? { OR: [{ userId: actor.id }, { shared: true }] } : { userId: actor.id };
}

/** The actor's own templates, then those shared by others, both by name. */
export async function replyTemplates(actor: Keeper): Promise<ListedReplyTemplate[]> {
  enforce(mayManageReplyTemplates(actor));
  const rows = await db().$queryRaw<Omit<ListedReplyTemplate, 'mayChange'>[]>`
    (select r.id, r.name, left(r.text, 200) as start, r.used_for as "usedFor", r.shared, true as own, u.name as owner
     from reply_templates r join users u on u.id = r.user_id where r.user_id = ${actor.id}::uuid)
    union all
    (select r.id, r.name, left(r.text, 200), r.used_for, r.shared, false, u.name
     from reply_templates r join users u on u.id = r.user_id
     where r.shared and r.user_id <> ${actor.id}::uuid order by lower(r.name), r.id limit ${MAX_SHARED})
    order by own desc, name, id`;
  const sharing = mayShareReplyTemplates(actor).ok;
  return rows.map((row) => ({ ...row, mayChange: row.own || sharing }));
}

/** The full text of a template that the actor may change. */
export async function replyTemplateToChange(actor: Keeper, id: string) {
  enforce(mayManageReplyTemplates(actor));
  const shown = { id: true, name: true, text: true, usedFor: true, shared: true, version: true };
  const select = { ...shown, user: { select: { name: true } } };
  const where = { id, ...changeableTemplates(actor) };
  return found(isUuid(id) ? await db().replyTemplate.findFirst({ where, select }) : null, 'reply template');
}

/** The number of shared templates; until the transaction ends nobody else can share one. */
export async function lockShared(tx: Db): Promise<number> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('reply_templates.shared'))`;
  return tx.replyTemplate.count({ where: { shared: true } });
}
