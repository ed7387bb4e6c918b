import { ImpactMessage } from '#components/impact/impact-message.tsx';
import { RecordState } from '#components/record/record-state.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { NumberLink } from '#components/ui/number-link.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { Td } from '#components/ui/table.tsx';
import type { BoardRow as Row } from '#lib/board/queries/board-page.ts';
import { wholeAmount } from '#lib/platform/money.ts';

interface BoardRowProps {
  row: Row;
  /** Absent: no bulk actions. */
  select: { selected: boolean; onSelect: (selected: boolean) => void } | undefined;
}

/** MAJ-9 · A child of a major case, with its customer's situation. */
export function BoardRow({ row, select }: BoardRowProps) {
  const { number, href, customer, state, notified, answer, ownIncident, contractCents } = row;
  return (
    <tr>
      <Td>
        <span className="flex items-center gap-2">
          {select && (
            <input
              type="checkbox"
              aria-label={`Select ${number}`}
              className="size-4 shrink-0"
              checked={select.selected}
              onChange={({ target }) => select.onSelect(target.checked)}
            />
          )}
          <NumberLink number={number} href={href} />
        </span>
      </Td>
      <Td className="wrap-anywhere">
        <bdi>{customer}</bdi>
      </Td>
      <Td>
        <RecordState state={state} />
        {ownIncident && <span className="block text-sm text-ink-muted">Own incident {ownIncident}</span>}
      </Td>
      <Td data-label="Notified">
        <div className="flex flex-wrap items-center gap-x-2">
          <ImpactMessage message={notified} />
          {notified?.at && <RelativeTime at={notified.at} className="text-sm text-ink-muted" />}
          {!notified && <span className="text-sm text-ink-muted">Not yet</span>}
        </div>
      </Td>
      <Td data-label="Last answer" className="wrap-anywhere">
        {answer && (
          <>
            <span className="line-clamp-2">
              <bdi>{answer.text}</bdi>
            </span>
            <span className="flex flex-wrap items-center gap-2 text-sm text-ink-muted">
              <RelativeTime at={answer.at} />
              {answer.waiting > 0 && (
                <Badge tone="amber">{answer.waiting === 1 ? 'Waiting' : `${answer.waiting} waiting`}</Badge>
              )}
            </span>
          </>
        )}
      </Td>
      <Td data-label="Contract value" numeric>
        {contractCents ? wholeAmount(contractCents) : ''}
      </Td>
    </tr>
  );
}
