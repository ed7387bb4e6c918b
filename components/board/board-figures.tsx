import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import type { Board } from '#lib/board/queries/board.ts';
import { currency } from '#lib/platform/money.ts';

const count = (figure: number) => figure.toLocaleString('en');

interface FigureProps {
  term: string;
  value: string;
  /** The figure needs action. */
  asks?: boolean;
  children?: ReactNode;
}

function Figure({ term, value, asks, children }: FigureProps) {
  return (
    <div className="flex flex-col rounded-md border bg-surface px-3 py-2.5">
      <dt className="order-2 text-sm text-ink-muted">{term}</dt>
      <dd className={clsx('order-1 text-xl font-semibold tabular-nums', asks && 'text-tone-amber')}>{value}</dd>
      {children && <dd className="order-3 text-sm text-ink-muted wrap-anywhere">{children}</dd>}
    </div>
  );
}

/** MAJ-9 · The manager's key figures: children, notified or not and why, longest waits, and what is at risk. */
export function BoardFigures({ board: { figures, lastMessage } }: { board: Board }) {
  const { counts, customers, notified, notNotified, waitingSince, contractCents } = figures;
  return (
    <dl className="grid grid-cols-2 gap-2 md:grid-cols-5">
      <Figure term="Customers affected" value={count(customers)} />
      <Figure term="Notified" value={count(notified)}>
        {lastMessage && (
          <>
            last <RelativeTime at={lastMessage.at} />
          </>
        )}
      </Figure>
      <Figure term="Not notified" value={count(counts.not_told)} asks={counts.not_told > 0}>
        {counts.not_told > 0 &&
          notNotified.map(({ because, count: of }) => (
            <span key={because} className="block">
              {count(of)}: {because}
            </span>
          ))}
      </Figure>
      <Figure term="Answers waiting" value={count(counts.waiting)} asks={counts.waiting > 0}>
        {waitingSince && (
          <>
            the oldest <RelativeTime at={waitingSince} />
          </>
        )}
      </Figure>
      <Figure term={`Contract value a year, ${currency()}`} value={count(Math.round(contractCents / 100))} />
    </dl>
  );
}
