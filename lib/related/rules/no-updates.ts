import type { LinkUpdates } from '#lib/sync/link-updates.ts';

/** A link along which nothing is told. */
export const noUpdates: LinkUpdates = { toCase: [], toRecord: [], resolves: false, creation: false };
