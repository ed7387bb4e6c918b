import { z } from 'zod';
import { route } from '#lib/door/route.ts';
import { casesToFile } from '#lib/mail-in/queries/cases-to-file.ts';
import { typedWords } from '#lib/platform/text-input.ts';

/** MAIL-5 · The picker of the cases to which an email can be filed. */
export const GET = route(
  { permission: 'case.search', limit: 'type-ahead', query: z.object({ q: typedWords, moves: z.uuid().optional() }) },
  async ({ actor, query: { q, moves } }) => casesToFile(actor, q, moves),
);
