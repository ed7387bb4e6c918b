import { z } from 'zod';
import { route } from '#lib/door/route.ts';
import { dropFormFile } from '#lib/portal/commands/drop-form-file.ts';

/** POR-18 · Deletes a file of a form that is not submitted yet. */
export const POST = route(
  { permission: 'record.attach', limit: 'upload', side: 'customers', query: z.object({ id: z.uuid() }) },
  async ({ session, query }) => {
    await dropFormFile({ id: query.id, sessionId: session.id });
    return { ok: true };
  },
);
