import { clsx } from 'clsx';
import { Link } from '#components/ui/link.tsx';
import { type Reader, TimeAgo } from '#components/ui/time-ago.tsx';
import { groupByRecord, type InboxItem, inboxSentence } from '#lib/inbox/item.ts';
import { entryAnchor } from '#lib/journal/entry-anchor.ts';
import { pathOfNumber } from '#lib/record/kind.ts';

interface InboxGroupsProps {
  items: readonly InboxItem[];
  reader: Reader;
  /** Called when the user follows a line to its record. */
  onLeave?: () => void;
}

/** Lines grouped by record. Each links to its record or entry, and is marked read when that is viewed. */
export function InboxGroups({ items, reader, onLeave }: InboxGroupsProps) {
  return (
    <ul>
      {groupByRecord(items).map(({ number, title, items: own }) => (
        <li key={number} className="border-b py-1.5 last:border-b-0">
          <p className="flex gap-2 px-3 text-sm">
            <span className="record-number shrink-0 text-ink-muted">{number}</span>
            <span title={title} className="min-w-0 truncate text-ink-muted">
              {title}
            </span>
          </p>
          <ul aria-label={number}>
            {own.map((item) => (
              <li key={item.id}>
                <Link
                  href={item.entry ? `${pathOfNumber(number)}#${entryAnchor(item.entry)}` : pathOfNumber(number)}
                  data-row-link
                  onClick={onLeave}
                  className="block px-3 py-1 hover:bg-sunken focus-visible:-outline-offset-2"
                >
                  <InboxLine item={item} reader={reader} />
                </Link>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

/** What happened, when, and the start of the text. */
function InboxLine({ item, reader }: { item: InboxItem; reader: Reader }) {
  const { unread, excerpt, at } = item;
  return (
    <>
      <span className="flex items-baseline gap-2">
        <span className={clsx('min-w-0 flex-1 wrap-anywhere', unread && 'font-medium')}>
          {unread && (
            <span className="mr-1.5 inline-block size-2 rounded-full bg-accent">
              <span className="sr-only">Unread: </span>
            </span>
          )}
          {inboxSentence(item)}
        </span>
        <TimeAgo at={new Date(at)} reader={reader} className="shrink-0 text-sm text-ink-faint" />
      </span>
      {excerpt && <span className="line-clamp-2 text-sm wrap-anywhere text-ink-muted">{excerpt}</span>}
    </>
  );
}
