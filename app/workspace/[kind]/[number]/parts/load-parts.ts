import type { RecordParts } from '#components/record-page/record-page.tsx';
import type { RecordTab } from '#components/record-page/record-tabs.tsx';
import type { Deferred } from '#components/ui/deferred.ts';
import type { Actor } from '#lib/platform/actor.ts';
import type { LoadedRecord } from '#lib/record-page/record-view.ts';

/** Loads the parts that only this kind's page has. The page waits for parts that change its layout; the others may follow. */
export type LoadParts = (actor: Actor, view: LoadedRecord) => Promise<RecordParts>;

/** A case's tab for a link to many records, and the ids of the records that the tab shows. */
export type LoadLinkTab = (
  actor: Actor,
  view: LoadedRecord,
) => Promise<{ tab: RecordTab; shown: Deferred<readonly string[]> }>;
