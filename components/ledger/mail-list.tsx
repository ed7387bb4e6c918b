import type { UpdateMails } from '#lib/ledger/shown-update.ts';

const figure = (count: number) => count.toLocaleString('en');

const mailWords = { sent: 'sent', waiting: 'waiting', failed: 'failed', suppressed: 'held back' } as const;

/** SYNC-6 · The results of the emails; null: they belong to another record's update. */
export function MailList({ mails }: { mails: UpdateMails | null }) {
  if (mails === null) return <span className="text-ink-muted">Counted at the record whose update caused this one</span>;
  const there = (Object.keys(mailWords) as (keyof UpdateMails)[]).filter((status) => mails[status] > 0);
  if (there.length === 0) return <span className="text-ink-muted">None</span>;
  return (
    <ul className="tabular-nums">
      {there.map((status) => (
        <li key={status} className={status === 'failed' ? 'text-tone-red' : undefined}>
          {`${figure(mails[status])} ${mailWords[status]}`}
        </li>
      ))}
    </ul>
  );
}
