import { readableOf } from '#lib/access/readable.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { readSettings } from '#lib/property/settings.ts';
import { loadRecord } from '#lib/task/kind-table.ts';
import { isSingle, type LinkName, links } from '../link.ts';
import { mayRelate } from '../rules/may-relate.ts';

/** REL-1, REL-4, REL-16 · Whether a record can be associated with the case now; a hidden case takes none. */
export async function caseTakesOne(actor: Actor, link: LinkName, number: string): Promise<boolean> {
  const [found] = await db().$queryRaw<{ id: string }[]>`
    select t.id from tasks t where t.number = ${number} and t.kind = 'case' and (${readableOf('case', actor)})`;
  if (!found) return false;
  const [theCase, settings] = await Promise.all([loadRecord(db(), 'case', found.id), readSettings(db())]);
  if (isSingle(link) && theCase[links[link].field] !== null) return false;
  return mayRelate(actor, theCase, 'associate', link, settings).ok;
}
