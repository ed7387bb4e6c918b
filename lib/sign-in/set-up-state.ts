import type { ActionResult } from '#lib/platform/action-result.ts';

/** What stood in the way of the set-up, and what was typed, so that it stays. */
export type SetUpState = { result?: ActionResult; name?: string; email?: string };
