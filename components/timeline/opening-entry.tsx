import { Avatar } from '#components/ui/avatar.tsx';
import { ClockTime } from '#components/ui/clock-time.tsx';
import type { Reader } from '#components/ui/time-ago.tsx';

/** The description of a record: what it began with, when, and who wrote it as far as that is known. */
export type Opening = { text: string; by: string | null; at: string };

/** The first message of a conversation is what it is about. */
export function OpeningEntry({ opening: { text, by, at }, reader }: { opening: Opening; reader: Reader }) {
  return (
    <article aria-label="Description" className="entry-comment">
      <p>
        {by && <Avatar name={by} size="s" />}
        <strong>{by ?? 'System'}</strong>
        <small>Description</small>
        <ClockTime from={new Date(at)} reader={reader} />
      </p>
      <div className="whitespace-pre-wrap wrap-anywhere">{text}</div>
    </article>
  );
}
