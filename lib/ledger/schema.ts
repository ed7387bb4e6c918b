import { z } from 'zod';
import { parseDays } from '#lib/list/days.ts';
import { parsePlace } from '#lib/platform/keyset.ts';
import { searchInput, textInput } from '#lib/platform/text-input.ts';
import { Kind, TaskNumber } from '#lib/record/schema.ts';

/** SYNC-6 · A page of a record's ledger, after a place. */
export const LedgerQuery = z.object({
  kind: Kind,
  number: TaskNumber,
  after: textInput(100).nullable().default(null),
});
export type LedgerQuery = z.output<typeof LedgerQuery>;

/** SYNC-6 · One update of the ledger. */
export const RetryMails = z.object({ updateId: z.uuid() });
export type RetryMails = z.output<typeof RetryMails>;

/** SYNC-6 · A rule in an update. */
export const RuleOfUpdate = z.object({ update: z.uuid(), rule: z.string().max(50) });
export type RuleOfUpdate = z.output<typeof RuleOfUpdate>;

const words = z
  .string()
  .catch('')
  .transform((text) => searchInput(text))
  .default('');

const place = z
  .string()
  .transform((text) => parsePlace(text))
  .catch(null)
  .default(null);

/** SYNC-6 · The URL of the search over all ledgers, with the place to start from. Unreadable parameters are ignored. */
export const LedgerSearch = z.object({
  number: words,
  rule: z.string().max(50).catch('').default(''),
  person: words,
  days: z
    .string()
    .transform((text) => parseDays(text))
    .catch(null)
    .default(null),
  failed: z.enum(['', 'yes']).catch('').default(''),
  after: place,
  before: place,
});
export type LedgerSearch = z.output<typeof LedgerSearch>;
