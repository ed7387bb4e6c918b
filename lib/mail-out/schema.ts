import { z } from 'zod';
import { parsePlace } from '#lib/platform/keyset.ts';
import { searchInput } from '#lib/platform/text-input.ts';
import { incomingOutcomes, mailStatuses } from './mail-status.ts';

export const ResendMail = z.object({ id: z.uuid() });
export type ResendMail = z.output<typeof ResendMail>;

const words = z
  .string()
  .catch('')
  .transform((text) => searchInput(text));

const place = z
  .string()
  .transform((text) => parsePlace(text))
  .catch(null)
  .default(null);

/** The URL of the mail log: its filters, and the place to start from. Unreadable parameters are ignored. */
export const MailLogQuery = z.object({
  q: words.default(''),
  direction: z.enum(['', 'in', 'out']).catch('').default(''),
  status: z
    .enum(['', ...mailStatuses, ...incomingOutcomes])
    .catch('')
    .default(''),
  after: place,
  before: place,
});
export type MailLogQuery = z.output<typeof MailLogQuery>;

/** The URL of a mailbox list. */
export const MailboxQuery = z.object({ q: words.default(''), after: z.string().max(200).catch('').default('') });
