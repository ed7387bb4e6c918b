import { Button } from '#components/ui/button.tsx';
import { LoadFailed } from '#components/ui/load-failed.tsx';
import type { Inbox } from './use-inbox.ts';

/** Below the lines: an empty state, a button for older lines, or a loading error. */
export function InboxFoot({ items, loading, error, loadOlder, loadingOlder, retry }: Inbox) {
  if (error)
    return (
      <LoadFailed onRetry={retry} error={error}>
        Couldn't load the inbox.
      </LoadFailed>
    );
  if (items.length === 0 && !loading)
    return (
      <p className="px-3 py-4 text-ink-muted">
        Nothing yet. Mentions, assignments, customer replies, approval requests and changes to records that you watch
        appear here.
      </p>
    );
  if (!loadOlder) return null;
  return (
    <Button variant="quiet" size="s" aria-busy={loadingOlder || undefined} onClick={loadOlder} className="mx-auto my-1">
      Show older
    </Button>
  );
}
