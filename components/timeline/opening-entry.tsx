import { useState } from 'react';
import { Avatar } from '#components/ui/avatar.tsx';
import { Button } from '#components/ui/button.tsx';
import { exactTime } from '#components/ui/format-time.ts';
import type { Reader } from '#components/ui/time-ago.tsx';

/** The description of a record: what it began with, when, and who wrote it as far as that is known. */
export type Opening = { text: string; by: string | null; at: string };

/** A longer text would push what is new out of sight: it begins with so much. */
const LONGEST = 600;
const MOST_LINES = 8;

const isLong = (text: string) => text.length > LONGEST || text.split('\n', MOST_LINES + 1).length > MOST_LINES;

/** What the conversation is about stands above it. */
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
