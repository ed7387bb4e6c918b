import { db } from '#lib/platform/db.ts';

/** ADM-7 · What a message can begin with, by name. Who may write one, the caller has asked. */
export function messageTemplates(): Promise<{ id: string; name: string; text: string }[]> {
  return db().messageTemplate.findMany({
    where: { active: true },
    orderBy: { name: 'asc' },
    take: 200,
    select: { id: true, name: true, text: true },
  });
}
