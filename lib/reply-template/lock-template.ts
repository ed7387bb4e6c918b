import type { Person } from '#lib/platform/actor.ts';
import type { Db } from '#lib/platform/db.ts';
import { found, Refusal } from '#lib/platform/verdict.ts';
import { changeableTemplates } from './queries/reply-templates.ts';
import { type SavedTemplate, templateWasSeen } from './rules/add-template.ts';

/** Locks a template that the actor may change. Refused: REC-3, with the saved template, if the actor saw another version. */
export async function lockTemplate(tx: Db, actor: Person, id: string, seen: number | undefined) {
  await tx.$queryRaw`select id from reply_templates where id = ${id}::uuid for update`;
  const where = { id, ...changeableTemplates(actor) };
  const template = found(await tx.replyTemplate.findFirst({ where }), 'reply template');
  const verdict = templateWasSeen(template, seen);
  if (verdict.ok) return template;
  const { name, text, version } = template;
  throw new Refusal(verdict.rule, verdict.because, { details: { name, text, version } satisfies SavedTemplate });
}
