import { z } from 'zod';
import { route } from '#lib/door/route.ts';
import { lineInput } from '#lib/platform/text-input.ts';
import { found } from '#lib/platform/verdict.ts';
import { recordView } from '#lib/record-page/queries/record-view.ts';
import { similarCases } from '#lib/record-page/queries/similar-cases.ts';

/** REL-18 · Similar cases for a case's page, loaded when the user looks at them. */
export const GET = route(
  { permission: 'record.see', limit: 'type-ahead', query: z.object({ number: lineInput(20).min(1) }) },
  async ({ actor, query: { number } }) => similarCases(actor, found(await recordView(actor, 'case', number), number)),
);
