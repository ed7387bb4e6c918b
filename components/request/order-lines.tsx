'use client';

import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { amount } from '#lib/platform/money.ts';
import { days } from './offer-row.tsx';
import type { Order, OrderLine } from './use-order.ts';

function Line({ line: { offer, count }, onDrop }: { line: OrderLine; onDrop: (() => void) | null }) {
  return (
    <li className="flex min-h-7 items-center gap-2">
      <span className="min-w-0 flex-1 wrap-anywhere">
        {count || 0} × {offer.title}
        <span className="text-sm text-ink-muted">
          , delivered within {days(offer.deliveryDays)}
          {offer.asksApproval && ' of its approval'}
        </span>
      </span>
      <span className="tabular-nums">{amount(offer.priceCents * count)}</span>
      {onDrop && (
        <IconButton label={`Remove ${offer.title}`} size="s" onClick={onDrop}>
          <Icon name="x" />
        </IconButton>
      )}
    </li>
  );
}

/** REQ-1, REQ-3 · The lines chosen so far, their total, and a button for another line. */
export function OrderLines({ order: { finished, lines, another, drop } }: { order: Order }) {
  if (lines.length === 0) return null;
  const total = lines.reduce((sum, { offer, count }) => sum + offer.priceCents * count, 0);
  return (
    <div className="mt-4 rounded-md bg-sunken p-3">
      <ul aria-label="Ordered items">
        {lines.map((line) => (
          <Line key={line.offer.id} line={line} onDrop={finished.includes(line) ? () => drop(line) : null} />
        ))}
      </ul>
      <div className="mt-2 flex flex-wrap items-center gap-2 border-t pt-2">
        <Button size="s" disabled={another === null} onClick={another ?? undefined}>
          Add another item
        </Button>
        <output className="ml-auto">
          Total <strong className="tabular-nums">{amount(total)}</strong>
        </output>
      </div>
    </div>
  );
}
