'use client';

import { useState } from 'react';
import { NotifyCustomers, type NotifyCustomersProps } from '#components/customer-messages/notify-customers.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { LoadFailed } from '#components/ui/load-failed.tsx';
import { Selection } from '#components/ui/selection.tsx';
import { ShowMore } from '#components/ui/show-more.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { Table, Th } from '#components/ui/table.tsx';
import { type BoardFilter, noChildren } from '#lib/board/filters.ts';
import { BoardRow } from './board-row.tsx';
import type { BoardPages } from './use-board.ts';

interface BoardListProps {
  pages: BoardPages;
  filter: BoardFilter;
  /** NOT-1 · Only if the user may write to the customers. */
  source: NotifyCustomersProps['source'] | null;
}

const none: ReadonlySet<string> = new Set();

/** MAJ-9 · The children of a filter, fifty at a time; Notify Customers for the selected ones. */
export function BoardList({ pages, filter, source }: BoardListProps) {
  const [chosen, setChosen] = useState(none);
  const { data, error, refetch } = pages;
  if (error && !data)
    return (
      <LoadFailed error={error} onRetry={() => void refetch()}>
        The child cases couldn't be loaded.
      </LoadFailed>
    );
  if (!data) return <SkeletonRows rows={6} label="Loading the child cases" />;
  const rows = data.pages.flatMap((page) => page.rows);
  if (rows.length === 0) return <EmptyState title="No child cases">{noChildren(filter)}</EmptyState>;
  // NOT-2: customers of closed cases receive no message.
  const open = rows.filter(({ isOver }) => !isOver).map(({ number }) => number);
  const selected = open.filter((number) => chosen.has(number));
  const select = (number: string, isSelected: boolean) =>
    setChosen(new Set(isSelected ? [...selected, number] : selected.filter((each) => each !== number)));
  return (
    <>
      {source && open.length > 0 && (
        <Checkbox
          label="Select all shown"
          checked={selected.length === open.length}
          onChange={({ target }) => setChosen(new Set(target.checked ? open : []))}
          className="px-2 text-sm text-ink-muted"
        />
      )}
      <Table caption="Child cases" stacked>
        <thead>
          <tr>
            <Th>Number</Th>
            <Th>Customer</Th>
            <Th>State</Th>
            <Th>Notified</Th>
            <Th>Last answer</Th>
            <Th numeric>Contract value</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <BoardRow
              key={row.number}
              row={row}
              select={
                source && !row.isOver
                  ? { selected: chosen.has(row.number), onSelect: (is) => select(row.number, is) }
                  : undefined
              }
            />
          ))}
        </tbody>
      </Table>
      <ShowMore pages={pages} />
      {source && selected.length > 0 && (
        <Selection count={selected.length} onClear={() => setChosen(none)}>
          <NotifyCustomers source={source} caseNumbers={selected} onSent={() => setChosen(none)} />
        </Selection>
      )}
    </>
  );
}
