import { mayManageReplyTemplates, mayShareReplyTemplates } from '#lib/access/shared.ts';
import type { Person } from '#lib/platform/actor.ts';
import type { Db } from '#lib/platform/db.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { lockTemplate } from '../lock-template.ts';
import { lockShared } from '../queries/reply-templates.ts';
import { mayAddTemplate, mayShareAnother, nameIsFree } from '../rules/add-template.ts';
import { variablesAreKnown } from '../rules/variables.ts';
import type { SaveReplyTemplate } from '../schema.ts';

type Keeper = Person;

/** Whether another template of the same owner has this name, ignoring case. */
async function isTaken(tx: Db, userId: string, { id, name }: SaveReplyTemplate): Promise<boolean> {
  const same = await tx.$queryRaw<{ id: string }[]>`
    select id from reply_templates where user_id = ${userId}::uuid and lower(name) = lower(${name})`;
  return same.some((other) => other.id !== id);
}

/**
 * Saves a new template, or a new version of one that the actor may change. Refused: ACC-6 users who may not share, REC-3 a
 * template that somebody else has changed since, REC-5 a taken name, an unknown variable, and too many templates.
 */
export async function saveReplyTemplate(actor: Keeper, template: SaveReplyTemplate): Promise<void> {
  const { id, version: seen, ...data } = template;
  enforce(mayManageReplyTemplates(actor));
  if (data.shared) enforce(mayShareReplyTemplates(actor));
  enforce(variablesAreKnown(data.text));
  await transaction(async (tx) => {
    const before = id ? await lockTemplate(tx, actor, id, seen) : null;
    const userId = before?.userId ?? actor.id;
    // Concurrent saves of one owner would not see each other's name.
    await tx.$queryRaw`select id from users where id = ${userId}::uuid for no key update`;
    enforce(nameIsFree({ name: data.name, taken: await isTaken(tx, userId, template) }));
    if (!before) enforce(mayAddTemplate({ others: await tx.replyTemplate.count({ where: { userId } }) }));
    if (data.shared && !before?.shared) enforce(mayShareAnother({ others: await lockShared(tx) }));
    const changed = { ...data, version: { increment: 1 } };
    if (before) await tx.replyTemplate.update({ where: { id: before.id }, data: changed });
    else await tx.replyTemplate.create({ data: { ...data, userId } });
  });
}
