'use client';

import { useQueryClient } from '@tanstack/react-query';
import { RefusalToast } from '#components/actions/refusal-toast.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { markReadAction } from '#lib/inbox/actions.ts';
import type { InboxItem } from '#lib/inbox/item.ts';
import { INBOX_KEY } from './use-unread.ts';

/** Marks the shown and older lines as read, but not those that arrived since then. */
export function MarkRead({ items }: { items: readonly InboxItem[] }) {
  const queries = useQueryClient();
  const { run, pending, refused } = useAction(markReadAction, {
    onDone: () => void queries.invalidateQueries({ queryKey: [INBOX_KEY] }),
  });
  const [newest] = items;
  return (
    <>
      <RefusalToast refused={refused} />
      <Button
        variant="quiet"
        size="s"
        icon={<Icon name="check-check" />}
        disabled={!newest}
        aria-busy={pending || undefined}
        onClick={() => newest && run({ until: newest.at })}
      >
        Mark all as read
      </Button>
    </>
  );
}
