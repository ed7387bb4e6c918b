import { type ComponentProps, Suspense } from 'react';
import { RecordState } from '#components/record/record-state.tsx';
import type { DataTable } from '#components/ui/data-table.tsx';
import { NumberLink } from '#components/ui/number-link.tsx';
import type { BoardFigures } from '#lib/board/queries/board-figures.ts';
import type { MajorCaseRow } from '#lib/major-case/queries/major-cases.ts';
import { wholeAmount } from '#lib/platform/money.ts';

const childrenOf = ({ children, open }: MajorCaseRow) =>
  children === 0 ? 'None' : `${open.toLocaleString('en')} of ${children.toLocaleString('en')} open`;

/** A count that loads after the list is shown. */
async function Counted({
  of,
  show,
}: {
  of: Promise<BoardFigures> | undefined;
  show: (figures: BoardFigures) => string;
}) {
  return of && show(await of);
}

type Column = ComponentProps<typeof DataTable<MajorCaseRow>>['columns'][number];

/** MAJ-9 · The columns with each major case's board figures. */
export const boardColumns = (figures: ReadonlyMap<string, Promise<BoardFigures>>): Column[] => {
  const counted = (heading: string, show: (figures: BoardFigures) => string): Column => ({
    heading,
    labeled: true,
    numeric: true,
    cell: ({ id }) => (
      <Suspense>
        <Counted of={figures.get(id)} show={show} />
      </Suspense>
    ),
  });
  return [
    {
      heading: 'Incident',
      labeled: true,
      cell: ({ incident }) =>
        incident && (
          <span className="flex flex-wrap items-center gap-x-2">
            <NumberLink number={incident.number} href={incident.href} />
            <RecordState state={incident.state} />
          </span>
        ),
    },
    { heading: 'Customers', labeled: true, numeric: true, cell: childrenOf },
    counted('Not notified', ({ counts }) => counts.not_told.toLocaleString('en')),
    counted('Answers waiting', ({ counts }) => counts.waiting.toLocaleString('en')),
    counted('Contract value', ({ contractCents }) => wholeAmount(contractCents)),
  ];
};
