import type { ReactNode } from 'react';
import { Table, Td, Th } from './table.tsx';

export interface Column<Row> {
  heading: string;
  /** The cells contain buttons: the heading is for screen readers only. */
  headingHidden?: boolean;
  /** On a phone the cell repeats its heading. */
  labeled?: boolean;
  /** A chart of the figure beside it: hidden from screen readers. */
  decorative?: boolean;
  numeric?: boolean;
  headClass?: string | undefined;
  cellClass?: string | undefined;
  cell: (row: Row) => ReactNode;
}

interface DataTableProps<Row> {
  caption: string;
  rows: readonly Row[];
  rowKey: (row: Row) => string | number;
  /** `false` leaves a column out. */
  columns: readonly (Column<Row> | false)[];
  stacked?: boolean;
  className?: string;
  headClass?: string;
  /** The last row, such as a total. */
  foot?: ReactNode;
}

/** A table defined by its columns, each with a heading and a cell renderer. */
export function DataTable<Row>({ caption, rows, rowKey, columns, headClass, foot, ...props }: DataTableProps<Row>) {
  // Two columns may have the same heading.
  const shown = columns.filter((column) => column !== false).map((column, index) => ({ ...column, key: index }));
  return (
    <Table caption={caption} {...props}>
      <thead className={headClass}>
        <tr>
          {shown.map(({ key, heading, headingHidden, decorative, numeric, headClass: className }) => (
            <Th key={key} {...(numeric && { numeric })} className={className} aria-hidden={decorative}>
              {headingHidden ? <span className="sr-only">{heading}</span> : heading}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {shown.map(({ key, heading, labeled, decorative, numeric, cellClass, cell }) => (
              <Td
                key={key}
                {...(numeric && { numeric })}
                className={cellClass}
                aria-hidden={decorative}
                data-label={labeled ? heading : undefined}
              >
                {cell(row)}
              </Td>
            ))}
          </tr>
        ))}
      </tbody>
      {foot}
    </Table>
  );
}
