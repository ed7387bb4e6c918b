import { Icon } from '#components/ui/icon.tsx';
import { shownCount } from '#lib/inbox/shown-count.ts';

export const INBOX = '/workspace/inbox';

/** What the bell is called: "Inbox, 3 unread". */
export const bellName = (unread: number) => (unread > 0 ? `Inbox, ${shownCount(unread)} unread` : 'Inbox');

/** The bell with its number. */
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
