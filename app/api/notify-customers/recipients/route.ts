import { route } from '#lib/door/route.ts';
import { readRecipients } from '#lib/notify-customers/queries/recipients.ts';
import { RecipientsQuery } from '#lib/notify-customers/schema.ts';

/** NOT-1 · What the dialog *Notify Customers* says before anything is sent. */
export const GET = route(
  { permission: 'notify-customers.start', limit: 'type-ahead', query: RecipientsQuery },
  ({ actor, query }) => readRecipients(actor, query),
);
