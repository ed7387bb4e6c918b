import { buttonStyle } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Icon } from '#components/ui/icon.tsx';

/** A page or record that is missing or not accessible: both look the same (REL-16). */
export function NotFoundMessage() {
  return (
    <>
      <h1 className="sr-only">Not found</h1>
      <EmptyState
        icon={<Icon name="file-question" />}
        title="Not found, or you have no access."
        // A plain link: every page includes this component, and the router's link would duplicate its code.
        action={
          <a href="/" className={buttonStyle({})}>
            Go to Home
          </a>
        }
      >
        The address may be wrong, or your roles do not give you access. Ask an administrator.
      </EmptyState>
    </>
  );
}
