import { z } from 'zod';
import { route } from '#lib/door/route.ts';
import { downloadMail } from '#lib/mail-in/download-mail.ts';
import { incomingMail } from '#lib/mail-in/queries/incoming-mails.ts';
import { db } from '#lib/platform/db.ts';
import { found, Refusal } from '#lib/platform/verdict.ts';

/** MAIL-4, MAIL-8 · The original email without tokens, as a download: a browser must not show it as one of our pages. */
export const GET = route(
  { permission: 'email.open', limit: 'download', params: z.object({ id: z.uuid() }) },
  async ({ actor, params }) => {
    const { id } = found(await incomingMail(db(), actor, params.id), 'email');
    const mail = await downloadMail(actor.id, id);
    if (!mail) throw new Refusal('MAIL-8', 'This email cannot be downloaded.');
    return new Response(mail.body, {
      headers: {
        'content-type': 'application/octet-stream',
        'content-length': String(mail.size),
        'content-disposition': 'attachment; filename="email.eml"',
        'x-content-type-options': 'nosniff',
      },
    });
  },
);
