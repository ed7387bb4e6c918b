import { NotifyCustomers, type NotifyCustomersProps } from '#components/customer-messages/notify-customers.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { RichText } from '#components/ui/rich-text.tsx';
import type { Board } from '#lib/board/queries/board.ts';

const childCases = (count: number) => (count === 1 ? '1 child case' : `${count.toLocaleString('en')} child cases`);

interface LastMessageProps {
  board: Pick<Board, 'lastMessage' | 'commentsReachChildren' | 'unsynced'>;
  /** NOT-1 · Only if the user may write to the customers. */
  source: NotifyCustomersProps['source'] | null;
}

/** MAJ-9 · The last message to the customers. */
export function LastMessage({ board: { lastMessage, commentsReachChildren, unsynced }, source }: LastMessageProps) {
  return (
    <Panel title="Last message" action={source && <NotifyCustomers source={source} />}>
      {lastMessage ? (
        <>
          <div className="line-clamp-6 wrap-anywhere">
            <RichText html={lastMessage.html} />
          </div>
          <p className="mt-2 text-sm text-ink-muted">
            {lastMessage.by} · <RelativeTime at={lastMessage.at} /> · in {childCases(lastMessage.children)}
          </p>
        </>
      ) : (
        <p className="text-ink-muted">No message has been sent to the customers yet.</p>
      )}
      {!commentsReachChildren && !unsynced && (
        <p className="mt-2 text-sm text-ink-muted">
          Comments on the major case are not copied into its child cases: no customer sees them.
        </p>
      )}
    </Panel>
  );
}
