import { Avatar } from '#components/ui/avatar.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import type { TimelineEntry } from '#lib/journal/timeline-entry.ts';
import { EntryText } from './entry-text.tsx';
import { AttachmentEntry, ChangeEntry, type EntryOf, MailEntry, SystemEntry } from './system-entries.tsx';
import { SourceLink, Why } from './why.tsx';

type Written = EntryOf<'work_note' | 'comment'>;

interface TimelineItemProps {
  entry: TimelineEntry;
  /** What marks a comment: who reads it. */
  commentLabel: string;
}

const names = {
  work_note: 'Work note by',
  comment: 'Comment by',
  change: 'Field change by',
  mail: 'Mail from',
  attachment: 'Attachment by',
} as const satisfies Record<TimelineEntry['type'], string>;

/** Who reads it, in a word with its sign: colour alone would not do. */
function Readers({ type, commentLabel }: { type: Written['type']; commentLabel: string }) {
  if (type === 'comment') return <span className="text-sm text-ink-faint">{commentLabel}</span>;
  return (
    <span className="inline-flex items-center gap-1 text-sm text-ink-faint">
      <Icon name="lock" className="size-3" />
      Work note
    </span>
  );
}

/** What a person wrote. */
function PersonEntry({ entry, commentLabel }: { entry: Written; commentLabel: string }) {
  return (
    <div
      className={
        entry.type === 'work_note' ? 'rounded-md border border-note-line bg-note p-3' : 'rounded-md border p-3'
      }
    >
      <p className="mb-1 flex flex-wrap items-center gap-x-2">
        <Avatar name={entry.by} size="s" />
        <strong className="font-medium">{entry.by}</strong>
        <Readers type={entry.type} commentLabel={commentLabel} />
        <RelativeTime at={entry.at} className="ml-auto text-sm text-ink-faint" />
      </p>
      <EntryText id={entry.id} text={entry} />
    </div>
  );
}

/** What a rule wrote: where it comes from, and why. */
function RuleEntry({ entry, why }: { entry: Written; why: NonNullable<Written['why']> }) {
  return (
    <SystemEntry icon={<Icon name="workflow" />} at={entry.at}>
      <EntryText id={entry.id} text={entry} />
      <div className="flex flex-wrap items-center gap-x-3 text-ink-faint">
        <span>
          {entry.type === 'comment' ? 'Comment' : 'Work note'} from <SourceLink {...why.source} />
        </span>
        {!why.associated && <span className="italic">no longer associated</span>}
        <Why why={why} />
      </div>
    </SystemEntry>
  );
}

function Body({ entry, commentLabel }: TimelineItemProps) {
  if (entry.type === 'change') return <ChangeEntry entry={entry} />;
  if (entry.type === 'mail') return <MailEntry entry={entry} />;
  if (entry.type === 'attachment') return <AttachmentEntry entry={entry} />;
  return entry.why ? (
    <RuleEntry entry={entry} why={entry.why} />
  ) : (
    <PersonEntry entry={entry} commentLabel={commentLabel} />
  );
}

/** One thing that happened to a record. */
export function TimelineItem({ entry, commentLabel }: TimelineItemProps) {
  return (
    <article aria-label={`${names[entry.type]} ${entry.by}`}>
      <Body entry={entry} commentLabel={commentLabel} />
    </article>
  );
}
