import { DataTable } from '#components/ui/data-table.tsx';
import { Link } from '#components/ui/link.tsx';
import { type CustomerList, customerLists } from '#lib/customer/lists.ts';
import type { CustomerRow } from '#lib/customer/queries/list-customers.ts';

/** The rows of a list of customers. */
export function CustomerTable({ list, rows }: { list: CustomerList; rows: readonly CustomerRow[] }) {
  const { label, columns } = customerLists[list];
  return (
    <DataTable
      caption={label}
      stacked
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          heading: 'Name',
          cell: ({ name, href }) => (
            <Link href={href} data-row-link className="text-accent-ink underline-offset-2 hover:underline">
              {name}
            </Link>
          ),
        },
        ...columns.map((column, index) => ({
          heading: column,
          labeled: true,
          cellClass: column === 'Number' ? 'record-number' : undefined,
          cell: ({ cells }: CustomerRow) => cells[index],
        })),
      ]}
    />
  );
}
