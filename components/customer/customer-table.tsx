import { Link } from '#components/ui/link.tsx';
import { Table, Td, Th } from '#components/ui/table.tsx';
import { type CustomerList, customerLists } from '#lib/customer/lists.ts';
import type { CustomerRow } from '#lib/customer/queries/list-customers.ts';

/** The rows of a list of customers. */
export function CustomerTable({ list, rows }: { list: CustomerList; rows: readonly CustomerRow[] }) {
  const { label, columns } = customerLists[list];
  return (
    <Table caption={label} stacked>
      <thead>
        <tr>
          <Th>Name</Th>
          {columns.map((column) => (
            <Th key={column}>{column}</Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name, href, cells }) => (
          <tr key={id}>
            <Td>
              <Link href={href} data-row-link className="text-accent-ink underline-offset-2 hover:underline">
                {name}
              </Link>
            </Td>
            {columns.map((column, index) => (
              <Td key={column} data-label={column} className={column === 'Number' ? 'record-number' : undefined}>
                {cells[index]}
              </Td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
