import { ButtonLink } from '#components/ui/button-link.tsx';
import { recipientsHref } from '#lib/affected-customers/customer-sort.ts';

/** MAJ-5 · The link to the affected customers of a major case, above its children. */
export function AffectedCustomers({ number }: { number: string }) {
  return (
    <ButtonLink size="s" href={recipientsHref(number, 'accounts')}>
      Affected Customers
    </ButtonLink>
  );
}
