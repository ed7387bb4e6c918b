import { type ReactNode, useState } from 'react';
import { Icon, type IconName } from '#components/ui/icon.tsx';
import type { Reader } from '#components/ui/time-ago.tsx';
import { entryAnchor } from '#lib/journal/entry-anchor.ts';
import type { TimelineEntry } from '#lib/journal/timeline-entry.ts';
import { MailText } from './entry-text.tsx';
import { CopyLink, EntryTime } from './entry-time.tsx';

export type EntryOf<T extends TimelineEntry['type']> = Extract<TimelineEntry, { type: T }>;

/** Common props: the entry, its label for screen readers, and the reader whose time zone is used. */
export type EntryProps<Entry extends TimelineEntry> = { entry: Entry; label: string; reader: Reader };

type SystemEntryProps = Pick<EntryProps<TimelineEntry>, 'label' | 'reader'> & {
  icon: IconName;
  entry: { id: string; at: string };
  /** The children include buttons. */
  hasTools?: boolean;
  children: ReactNode;
};

/** A plain line with an icon, between entries that people wrote. */
export function SystemEntry({ icon, entry, label, reader, hasTools = false, children }: SystemEntryProps) {
  return (
    <article id={entryAnchor(entry.id)} aria-label={label} className="entry-event">
      <Icon name={icon} />
      <div>{children}</div>
      {!hasTools && (
        <span className="entry-tools">
          <CopyLink id={entry.id} />
        </span>
      )}
      <EntryTime entry={entry} reader={reader} />
    </article>
  );
}

type Line = EntryOf<'change'>['lines'][number];

/** A field change as a sentence. */
function whatWasDone({ label, from, to }: Line, by: string, noun: string): string {
  if (label === 'State' && from === '') return `created the ${noun}, ${to}`;
  if (label === 'Assigned to' && to === by) return `took the ${noun}`;
  if (label === 'Assigned to' && to !== '') return `assigned the ${noun} to ${to}`;
  if (from === '') return `set ${label} to “${to}”`;
  if (to === '') return `cleared ${label}, which was “${from}”`;
  return `changed ${label} from “${from}” to “${to}”`;
}

/** A field change. */
export function ChangeEntry({ entry, noun, ...common }: EntryProps<EntryOf<'change'>> & { noun: string }) {
  return (
    <SystemEntry icon="pencil-line" entry={entry} {...common}>
      <ul>
        {entry.lines.map((line) => (
          <li key={line.label}>
            <span>{entry.by}</span> {whatWasDone(line, entry.by, noun)}
          </li>
        ))}
      </ul>
    </SystemEntry>
  );
}

/** A collapsed email with its status. */
export function MailEntry({ entry, ...common }: EntryProps<EntryOf<'mail'>>) {
  const [open, setOpen] = useState(false);
  return (
    <SystemEntry icon="mail" entry={entry} {...common}>
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          Email to <span>{entry.to}</span>
          {`, ${entry.fate}`}
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

/** An attached file. */
export function AttachmentEntry({ entry, ...common }: EntryProps<EntryOf<'attachment'>>) {
  return (
    <SystemEntry icon="paperclip" entry={entry} {...common}>
      <span className="text-ink">{entry.by}</span> attached{' '}
      <a href={entry.href} className="text-link">
        {entry.name}
      </a>
      {` (${entry.size})`}
      {entry.isImage && (
        <a href={entry.href} className="mt-1 block w-fit">
          <img src={entry.href} alt={entry.name} loading="lazy" className="max-h-40 max-w-full rounded-md border" />
        </a>
      )}
    </SystemEntry>
  );
}
