import type { ActionResult } from '#lib/platform/action-result.ts';

/** Why set-up was refused, and the typed values, so that the form keeps them. */
export type SetUpState = { result?: ActionResult; name?: string; email?: string };
