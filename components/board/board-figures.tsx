import type { ReactNode } from 'react';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import type { Board } from '#lib/board/queries/board.ts';
import { amount } from '#lib/platform/money.ts';

const count = (figure: number) => figure.toLocaleString('en');

function Figure({ term, value, children }: { term: string; value: string; children?: ReactNode }) {
  return (
    <div className="flex flex-col">
      <dt className="text-sm text-ink-muted">{term}</dt>
      <dd className="text-lg font-semibold tabular-nums">{value}</dd>
      {children && <dd className="text-sm text-ink-muted wrap-anywhere">{children}</dd>}
    </div>
  );
}

/** MAJ-9 · What a manager asks first: how many, told and not told and why, who waits, what is at stake. */
export function BoardFigures({ board: { figures, lastMessage }, mayAnswer }: { board: Board; mayAnswer: boolean }) {
  const { counts, told, untold, contractCents } = figures;
  const reasons = untold.map(({ because, count: of }) => `${count(of)} ${because}`).join(', ');
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-3 rounded-md border bg-canvas px-4 py-3 md:grid-cols-[repeat(5,auto)]">
      <Figure term="Child cases" value={count(counts.all)} />
      <Figure term="Customers notified" value={count(told)}>
        {lastMessage && (
          <>
            Last message <RelativeTime at={lastMessage.at} />
          </>
        )}
      </Figure>
      <Figure term="Not notified" value={count(counts.not_told)}>
        {counts.not_told > 0 && reasons}
      </Figure>
      <Figure term="Answers waiting" value={count(counts.waiting)}>
        {mayAnswer && counts.waiting > 0 && 'To be answered in Replies'}
      </Figure>
      <Figure term="Contract value" value={amount(contractCents)} />
    </dl>
  );
}
