import { type ReactNode, useState } from 'react';
import { Icon } from '#components/ui/icon.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import type { TimelineEntry } from '#lib/journal/timeline-entry.ts';
import { MailText } from './entry-text.tsx';

export type EntryOf<T extends TimelineEntry['type']> = Extract<TimelineEntry, { type: T }>;

/** One quiet line with its sign, between what people wrote. */
export function SystemEntry({ icon, at, children }: { icon: ReactNode; at: string; children: ReactNode }) {
  return (
    <div className="flex items-start gap-2 px-3 py-0.5 text-sm text-ink-muted">
      <span aria-hidden className="mt-0.5 text-ink-faint [&_svg]:size-4">
        {icon}
      </span>
      <div className="min-w-0 flex-1">{children}</div>
      <RelativeTime at={at} className="text-ink-faint" />
    </div>
  );
}

/** What somebody changed. */
export function ChangeEntry({ entry }: { entry: EntryOf<'change'> }) {
  return (
    <SystemEntry icon={<Icon name="pencil-line" />} at={entry.at}>
      <ul>
        {entry.lines.map(({ label, from, to }) => (
          <li key={label} className="wrap-anywhere">
            <span className="text-ink">{entry.by}</span>{' '}
            {from === '' && (label === 'State' ? `opened it as “${to}”` : `set ${label} to “${to}”`)}
            {from !== '' && to === '' && `cleared ${label}, which was “${from}”`}
            {from !== '' && to !== '' && `changed ${label} from “${from}” to “${to}”`}
          </li>
        ))}
      </ul>
    </SystemEntry>
  );
}

/** A mail, folded, with what became of it. */
export function MailEntry({ entry }: { entry: EntryOf<'mail'> }) {
  const [open, setOpen] = useState(false);
  return (
    <SystemEntry icon={<Icon name="mail" />} at={entry.at}>
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary className="cursor-default">
          Mail to <span className="text-ink">{entry.to}</span>, {entry.fate}
        </summary>
        {open && (
          <>
            <p className="mt-1 font-medium">{entry.subject}</p>
            <MailText id={entry.id} />
          </>
        )}
      </details>
    </SystemEntry>
  );
}

/** A file that somebody attached. */
export function AttachmentEntry({ entry }: { entry: EntryOf<'attachment'> }) {
  return (
    <SystemEntry icon={<Icon name="paperclip" />} at={entry.at}>
      <span className="text-ink">{entry.by}</span> attached{' '}
      <a href={entry.href} className="text-accent-ink underline-offset-2 hover:underline">
        {entry.name}
      </a>{' '}
      ({entry.size})
    </SystemEntry>
  );
}
