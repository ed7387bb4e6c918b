import type { RecordParts } from '#components/record-page/record-page.tsx';
import type { RecordTab } from '#components/record-page/record-tabs.tsx';
import type { Deferred } from '#components/ui/deferred.ts';
import type { Actor } from '#lib/platform/actor.ts';
import type { LoadedRecord } from '#lib/record-page/record-view.ts';

/** What the page of a kind has of its own: what shapes the page is waited for, the rest may follow. */
export type LoadParts = (actor: Actor, view: LoadedRecord) => Promise<RecordParts>;

/** The tab of a case for the records of which it has many, and the ids of those that the tab shows. */
export type LoadLinkTab = (
  actor: Actor,
  view: LoadedRecord,
) => Promise<{ tab: RecordTab; shown: Deferred<readonly string[]> }>;
