import { type StateShown, stateShown } from '#lib/kinds/state-shown.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { links } from '#lib/record/link.ts';
import { mayRemoveFromRows } from '#lib/related/additional-actions.ts';
import { type ItemRow, itemsOf } from '#lib/request/queries/items.ts';
import { isIntegrated } from '#lib/settings/settings.ts';
import { type LinkUpdates, linkUpdates } from '#lib/sync/link-updates.ts';
import type { LoadedRecord } from '../record-view.ts';

/** A request of a case; only its number if the actor may not read it. */
export type RequestRow = {
  id: string;
  number: string;
  seen: { title: string; state: StateShown; requestedFor: string; openedAt: string; items: ItemRow[] } | null;
};

/** REL-19 · `updates`: the updates that the case receives from its requests. */
export type RequestsOfCase = { requests: RequestRow[]; mayRemove: boolean; updates: LinkUpdates };

/** REL-5 · The requests of a case that the actor may see, newest first. Null: the integration is off (REL-3). */
export async function requestsOfCase(
  actor: Actor,
  { requests: rows, actions, settings }: Pick<LoadedRecord, 'requests' | 'actions' | 'settings'>,
): Promise<RequestsOfCase | null> {
  if (!isIntegrated(settings, links.request.integration)) return null;
  const items = await itemsOf(
    actor,
    rows.filter(({ readable }) => readable).map(({ id }) => id),
  );
  const requests = rows.map(({ id, number, readable, title, state, requestedFor, openedAt }) => {
    const shown = { title, state: stateShown('request', state), requestedFor, openedAt };
    return { id, number, seen: readable ? { ...shown, items: items.get(id) ?? [] } : null };
  });
  return { requests, mayRemove: mayRemoveFromRows(actions, 'request'), updates: linkUpdates('request', settings) };
}
