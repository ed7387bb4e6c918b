import { DataTable } from '#components/ui/data-table.tsx';
import { TextLink } from '#components/ui/link.tsx';
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
            <TextLink href={href} data-row-link>
              {name}
            </TextLink>
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
