import type { z } from 'zod';
import type { ActionResult } from '#lib/platform/action-result.ts';
import { pageLanguage } from '#lib/session/page-language.ts';
import { type Action, action, type Options, type WithShown } from './action.ts';
import { localizedRefusal } from './localized-refusal.ts';

type Body<Schema extends z.ZodType, T> = Parameters<typeof action<Schema, T>>[1];

/** Entry point of customer actions: a refusal becomes a sentence in the reader's language (POR-10). */
export function portalAction<Schema extends z.ZodType, T = undefined>(
  options: Omit<Options<Schema>, 'side'>,
  body: Body<Schema, T>,
): Action<z.input<Schema>, T> {
  const run = action<Schema, T>({ ...options, side: 'customers' }, body);
  async function inWords(first: WithShown<z.input<Schema>> | FormData, second?: string): Promise<ActionResult<T>> {
    const result = await run(first, second);
    return result.ok ? result : localizedRefusal(await pageLanguage(), result);
  }
  return Object.assign(inWords as Action<z.input<Schema>, T>, {
    permission: run.permission,
    isOnce: run.isOnce,
    input: run.input,
  });
}
