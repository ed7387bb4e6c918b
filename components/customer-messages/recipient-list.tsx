'use client';

import { useState } from 'react';
import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import type { Recipient, Recipients } from '#lib/customer-messages/recipients.ts';
import { counted } from '#lib/record/counted.ts';

function Row({ recipient }: { recipient: Recipient }) {
  const { name, address, language, cases, watches, reason, toldAt } = recipient;
  return (
    <li className="px-3 py-1.5">
      <p className="flex flex-wrap items-center gap-x-2">
        <span className="min-w-0 wrap-anywhere">{name}</span>
        {reason && (
          <Badge tone="amber" icon={<Icon name="triangle-alert" />}>
            Left out
          </Badge>
        )}
      </p>
      <p className="text-sm text-ink-muted wrap-anywhere">
        {[address, language, counted('case', cases), ...(watches ? ['watch list'] : [])].filter(Boolean).join(' · ')}
      </p>
      {reason && (
        <p className="text-sm text-tone-amber wrap-anywhere">{`${reason[0]?.toUpperCase()}${reason.slice(1)}`}</p>
      )}
      {toldAt && !reason && (
        <p className="text-sm text-tone-amber">
          Notified <RelativeTime at={toldAt} />
        </p>
      )}
    </li>
  );
}

/** Number of recipients shown before the rest is expanded. */
const FIRST = 8;

/** NOT-1, NOT-7 · The recipients of a message; those with a warning come first. */
export function RecipientList({ recipients: { shown, people, leftOut } }: { recipients: Recipients }) {
  const [all, setAll] = useState(false);
  const rows = all ? shown : shown.slice(0, FIRST);
  const more = people + leftOut - rows.length;
  return (
    <section aria-label="Recipients">
      <h3 className="mb-1 text-sm font-medium text-ink-muted">Recipients</h3>
      <ul className="divide-y rounded-md border">
        {rows.map((recipient) => (
          <Row key={recipient.id} recipient={recipient} />
        ))}
        {more > 0 && (
          <li className="flex items-center gap-2 px-3 py-1.5 text-sm text-ink-faint">
            and {more.toLocaleString('en')} more
            {rows.length < shown.length && (
              <Button size="s" variant="quiet" className="ml-auto" onClick={() => setAll(true)}>
                Show {shown.length < people + leftOut ? `the first ${shown.length}` : 'all'}
              </Button>
            )}
          </li>
        )}
        {shown.length === 0 && <li className="px-3 py-1.5 text-ink-muted">No one would get an email.</li>}
      </ul>
    </section>
  );
}
