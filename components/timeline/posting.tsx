import type { Refused } from '#components/actions/call-action.ts';
import { Button } from '#components/ui/button.tsx';

export interface NewEntry {
  type: 'work_note' | 'comment';
  text: string;
  /** Ids of the mentioned people. */
  mentions?: string[];
}

/** An entry that is being saved or failed to save. */
export interface Post extends NewEntry {
  id: string;
  refused: Refused | null;
}

/** A posted entry appears at once, greyed until it is saved; a failed one can be retried. */
export function Posting({ post, onRetry, onDrop }: { post: Post; onRetry: () => void; onDrop: () => void }) {
  const { type, text, refused } = post;
  return (
    <div aria-busy={refused === null} className="rounded-md border border-dashed p-3">
      <p className="whitespace-pre-wrap text-ink-faint wrap-anywhere">{text}</p>
      {refused ? (
        <div
          role="alert"
          data-rule={refused.rule}
          className="mt-2 flex flex-wrap items-center gap-2 text-sm text-tone-red"
        >
          <span className="min-w-0 flex-1">{refused.message}</span>
          <Button size="s" onClick={onRetry}>
            Retry
          </Button>
          <Button size="s" variant="quiet" onClick={onDrop}>
            Discard
          </Button>
        </div>
      ) : (
        <p className="text-sm text-ink-faint">Posting the {type === 'comment' ? 'comment' : 'work note'}…</p>
      )}
    </div>
  );
}
