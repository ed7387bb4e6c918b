import { ButtonLink } from '#components/ui/button-link.tsx';
import { recipientsHref } from '#lib/affected-customers/customer-sort.ts';

/** MAJ-5 · The way to the customers whom a major case affects, above its children. */
export function AffectedCustomers({ number }: { number: string }) {
  return (
    <ButtonLink size="s" href={recipientsHref(number, 'accounts')}>
      Affected Customers
    </ButtonLink>
  );
}
