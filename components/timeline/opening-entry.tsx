import { useState } from 'react';
import { Avatar } from '#components/ui/avatar.tsx';
import { Button } from '#components/ui/button.tsx';
import { exactTime } from '#components/ui/format-time.ts';
import type { Reader } from '#components/ui/time-ago.tsx';

/** A record's description, with its time and author if known. */
export type Opening = { text: string; by: string | null; at: string };

/** Longer texts are cut to this length, so that new entries stay visible. */
const LONGEST = 600;
const MAX_LINES = 8;

const isLong = (text: string) => text.length > LONGEST || text.split('\n', MAX_LINES + 1).length > MAX_LINES;

/** Shows the record's description above the conversation. */
export function OpeningEntry({ opening: { text, by, at }, reader }: { opening: Opening; reader: Reader }) {
  const [isWhole, setWhole] = useState(!isLong(text));
  return (
    <article aria-label="Description" className="entry-comment entry-opening">
      <p>
        {by && <Avatar name={by} size="s" />}
        <strong>{by ?? 'System'}</strong>
        <small>Description</small>
        <time dateTime={at} suppressHydrationWarning>
          {exactTime(new Date(at), reader.locale, reader.timeZone)}
        </time>
      </p>
      <div className={isWhole ? 'whitespace-pre-wrap wrap-anywhere' : 'line-clamp-6 whitespace-pre-wrap wrap-anywhere'}>
        {text}
      </div>
      {!isWhole && (
        <Button variant="quiet" size="s" onClick={() => setWhole(true)}>
          Show all
        </Button>
      )}
    </article>
  );
}
