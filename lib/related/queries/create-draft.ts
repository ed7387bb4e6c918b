import { referenceNames } from '#lib/kinds/reference-names.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { notFound } from '#lib/platform/verdict.ts';
import { links } from '#lib/record/link.ts';
import { readSettings } from '#lib/settings/settings.ts';
import { enforceMayCreateFrom } from '../case-to-create-from.ts';
import { type CreateDraft, createDraft } from '../create-draft.ts';
import type { CreateDraftQuery } from '../schema.ts';
import type { SourceRef } from '../source-ref.ts';
import { valuesFromSource } from '../values-from-source.ts';
import { linkOfVariant } from '../variant.ts';
import { proposedGroup } from './proposed-group.ts';
import { readableSource } from './readable-source.ts';

const fromOf = (query: CreateDraftQuery): SourceRef =>
  'case' in query ? { kind: 'case', number: query.case } : { kind: 'incident', number: query.incident };

/**
 * REL-17 · The initial content of a Create dialog. Refused: REL-16 for a missing or hidden case or incident, otherwise as the
 * command would refuse now.
 */
export async function readCreateDraft(actor: Actor, query: CreateDraftQuery): Promise<CreateDraft> {
  const { variant, item } = query;
  const from = fromOf(query);
  const source = await readableSource(actor, from);
  if (!source) throw notFound(`${from.kind} ${from.number}`);
  const link = linkOfVariant[variant];
  const { kind } = links[link];
  const settings = await readSettings(db());
  await enforceMayCreateFrom({ tx: db(), actor, settings }, source, link);
  const [mapped, names, group] = await Promise.all([
    valuesFromSource(db(), source, kind),
    referenceNames(db(), actor, from.kind, source.id),
    proposedGroup(db(), settings, kind, item === undefined ? source.configurationItemId : item || null),
  ]);
  return createDraft({ variant, source, actor, settings, mapped, names, group });
}
