import type { LinkUpdates } from '#lib/sync/link-updates.ts';

/** A link without updates. */
export const noUpdates: LinkUpdates = { toCase: [], toRecord: [], resolves: false, creation: false };
