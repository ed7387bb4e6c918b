import type { Condition } from '#lib/affected-customers/condition.ts';
import type { CustomerSort } from '#lib/affected-customers/customer-sort.ts';
import type { NamedTerm } from '#lib/affected-customers/queries/condition-lines.ts';
import type { RecipientCounts } from '#lib/affected-customers/queries/list-recipients.ts';

/** MAJ-5 · A list as its page shows it: its data, and the actions available now. */
export interface RecipientsListProps {
  number: string;
  of: CustomerSort;
  counts: RecipientCounts;
  /** Child cases were created from it: customers can only be added. */
  fixed: boolean;
  condition: { match: Condition['match']; terms: readonly NamedTerm[] } | null;
}
