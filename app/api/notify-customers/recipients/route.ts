import { readRecipients } from '#lib/customer-messages/queries/recipients.ts';
import { RecipientsQuery } from '#lib/customer-messages/schema.ts';
import { route } from '#lib/door/route.ts';

/** NOT-1 · The recipients that the dialog *Notify Customers* shows before anything is sent. */
export const GET = route(
  { permission: 'notify-customers.start', limit: 'type-ahead', query: RecipientsQuery },
  ({ actor, query }) => readRecipients(actor, query),
);
