import { Icon } from '#components/ui/icon.tsx';
import { shownCount } from '#lib/inbox/shown-count.ts';

export const INBOX = '/workspace/inbox';

/** The bell's accessible name: "Inbox, 3 unread". */
export const bellName = (unread: number) => (unread > 0 ? `Inbox, ${shownCount(unread)} unread` : 'Inbox');

/** The bell icon with its unread count. */
export function BellFace({ unread }: { unread: number }) {
  return (
    <>
      <Icon name="bell" />
      {unread > 0 && (
        <span aria-hidden className="bell-count">
          {shownCount(unread)}
        </span>
      )}
    </>
  );
}
