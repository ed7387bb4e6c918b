import { ButtonLink } from '#components/ui/button-link.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Icon } from '#components/ui/icon.tsx';

/** A page or record that is missing, or that one may not see: both read alike (REL-16). */
export function NothingHere() {
  return (
    <>
      <h1 className="sr-only">Not found</h1>
      <EmptyState
        icon={<Icon name="file-question" />}
        title="There is nothing here that you can see."
        action={<ButtonLink href="/workspace">Go to Home</ButtonLink>}
      >
        The address may be wrong, or your roles do not include what is here. Search for it by its number, or ask an
        administrator.
      </EmptyState>
    </>
  );
}
