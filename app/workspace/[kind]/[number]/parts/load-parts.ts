import type { RecordParts } from '#components/record-page/record-page.tsx';
import type { Actor } from '#lib/platform/actor.ts';
import type { RecordView } from '#lib/task/record-view.ts';

/** What the page of a kind has of its own: what shapes the page is waited for, the rest may follow. */
export type LoadParts = (actor: Actor, view: RecordView) => Promise<RecordParts>;
