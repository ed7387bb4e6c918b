import { z } from 'zod';
import { mayOpenList } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { textInput } from '#lib/platform/text-input.ts';
import { Kind } from '#lib/record/schema.ts';
import { listHref, parseListQuery } from './list-query.ts';
import { listTasks } from './list-tasks.ts';

export const NumbersOfList = z.object({
  kind: Kind,
  /** The list's query string, including its page. */
  query: textInput(2_000).default(''),
});
export type NumbersOfList = z.infer<typeof NumbersOfList>;

/** A page of a list for stepping from record to record: its numbers, and the URLs of the neighbouring pages. */
export type ListNumbers = { numbers: string[]; next: string | null; previous: string | null };

/** ACC-6 · The numbers on a page of a list, as the list itself would show them. Null: the actor has no such list. */
export async function listNumbers(actor: Actor, { kind, query: text }: NumbersOfList): Promise<ListNumbers | null> {
  if (!mayOpenList(actor, kind)) return null;
  const query = parseListQuery(kind, Object.fromEntries(new URLSearchParams(text)));
  const { rows, next, previous } = await listTasks(actor, query);
  return {
    numbers: rows.map(({ number }) => number),
    next: next && listHref({ ...query, page: { after: next } }),
    previous: previous && listHref({ ...query, page: { before: previous } }),
  };
}
