import { db } from '#lib/platform/db.ts';

/** ADM-7 · Templates for messages, by name. The caller has checked that the actor may write messages. */
export function messageTemplates(): Promise<{ id: string; name: string; text: string }[]> {
  return db().messageTemplate.findMany({
    where: { active: true },
    orderBy: { name: 'asc' },
    take: 200,
    select: { id: true, name: true, text: true },
  });
}
