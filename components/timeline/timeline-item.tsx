import { Avatar } from '#components/ui/avatar.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { NumberLink } from '#components/ui/number-link.tsx';
import type { Reader } from '#components/ui/time-ago.tsx';
import { entryAnchor } from '#lib/journal/entry-anchor.ts';
import type { Origin, TimelineEntry } from '#lib/journal/timeline-entry.ts';
import { EntryText } from './entry-text.tsx';
import { CopyLink, EntryTime } from './entry-time.tsx';
import { QuoteButton } from './quote-button.tsx';
import {
  AttachmentEntry,
  ChangeEntry,
  type EntryOf,
  type EntryProps,
  MailEntry,
  SystemEntry,
} from './system-entries.tsx';
import { Why } from './why.tsx';

type Written = EntryOf<'work_note' | 'comment'>;

interface TimelineItemProps {
  entry: TimelineEntry;
  reader: Reader;
  /** The label of a comment: who reads it. */
  commentLabel: string;
  /** The record's noun in a sentence. */
  noun: string;
}

const names = {
  work_note: 'Work note by',
  comment: 'Comment by',
  change: 'Field change by',
  mail: 'Email from',
  attachment: 'Attachment by',
} as const satisfies Record<TimelineEntry['type'], string>;

/** A person's entry; its readers are named by a word and an icon, not by colour alone. */
function PersonEntry({ entry, label, reader, commentLabel }: EntryProps<Written> & { commentLabel: string }) {
  const isNote = entry.type === 'work_note';
  const ground = entry.byCustomer ? 'entry-customer' : 'entry-comment';
  return (
    <article id={entryAnchor(entry.id)} aria-label={label} className={isNote ? 'entry-note' : ground}>
      <p>
        <Avatar name={entry.by} size="s" />
        <strong>{entry.by}</strong>
        <small>
          {isNote && <Icon name="lock" />}
          {isNote ? 'Work note' : entry.byCustomer ? 'Customer' : commentLabel}
        </small>
        {entry.email && (
          <a href={entry.email.href} className="text-link">
            {entry.email.words}
          </a>
        )}
        <span className="entry-tools">
          <QuoteButton entry={entry} reader={reader} />
          <CopyLink id={entry.id} />
        </span>
        <EntryTime entry={entry} reader={reader} />
      </p>
      <EntryText id={entry.id} text={entry} cut={entry.email?.cut ?? null} />
    </article>
  );
}

/** A rule's entry: its source and its reason. */
function RuleEntry({ entry, origin, ...common }: EntryProps<Written> & { origin: Origin }) {
  return (
    <SystemEntry icon="workflow" entry={entry} hasTools {...common}>
      <EntryText id={entry.id} text={entry} />
      <div className="entry-source">
        <span>
          {entry.type === 'comment' ? 'Comment from ' : 'Work note from '}
          <NumberLink {...origin.source} />
        </span>
        {!origin.associated && <span className="italic">no longer associated</span>}
        <Why id={entry.id} />
        <span className="entry-tools">
          <QuoteButton entry={entry} reader={common.reader} />
          <CopyLink id={entry.id} />
        </span>
      </div>
    </SystemEntry>
  );
}

/** One entry of a record's timeline. All styles are in timeline.css. */
export function TimelineItem({ entry, reader, commentLabel, noun }: TimelineItemProps) {
  const common = { label: `${names[entry.type]} ${entry.by}`, reader };
  if (entry.type === 'change') return <ChangeEntry entry={entry} noun={noun} {...common} />;
  if (entry.type === 'mail') return <MailEntry entry={entry} {...common} />;
  if (entry.type === 'attachment') return <AttachmentEntry entry={entry} {...common} />;
  if (entry.origin) return <RuleEntry entry={entry} origin={entry.origin} {...common} />;
  return <PersonEntry entry={entry} {...common} commentLabel={commentLabel} />;
}
