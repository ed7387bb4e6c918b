import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { isSingle, type LinkName } from '#lib/record/link.ts';
import { readSettings } from '#lib/settings/settings.ts';
import { mayRelate } from '../rules/may-relate.ts';
import { recordIn } from '../source.ts';
import type { SourceRef } from '../source-ref.ts';
import { readableSource } from './readable-source.ts';

/** REL-1, REL-4, REL-16 · Whether a record can be associated with the case or incident now; false if it is hidden. */
export async function acceptsLink(actor: Actor, link: LinkName, of: SourceRef): Promise<boolean> {
  const source = await readableSource(actor, of);
  if (!source) return false;
  if (isSingle(link) && recordIn(source, link) !== null) return false;
  return mayRelate(actor, source, 'associate', link, await readSettings(db())).ok;
}
