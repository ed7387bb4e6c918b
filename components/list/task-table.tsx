import { Checkbox } from '#components/ui/checkbox.tsx';
import { Table, Td, Th, Tr } from '#components/ui/table.tsx';
import { taskKinds } from '#lib/task/kind.ts';
import { type ListQuery, listHref } from '#lib/task/list/list-query.ts';
import type { ListRow } from '#lib/task/list/list-tasks.ts';
import { nextSort, type Sort, type SortName } from '#lib/task/list/sorts.ts';
import { columns } from './columns.tsx';

function sortOf(by: SortName, query: ListQuery) {
  const { sort } = query;
  const ways = { true: 'descending', false: 'ascending' } as const;
  const next: Sort = nextSort(by, sort);
  return {
    href: listHref({ ...query, sort: next, page: null }),
    direction: sort.by === by ? ways[`${sort.descending}`] : 'none',
  } as const;
}

/** The rows of a list of any kind; with checkboxes where something can be done to several. */
export function TaskTable({ query, rows, selectable }: { query: ListQuery; rows: ListRow[]; selectable: boolean }) {
  const { kind } = query;
  return (
    <Table caption={taskKinds[kind].plural} className="[&_table]:lg:table-fixed">
      <thead>
        <tr>
          {selectable && (
            <Th className="w-9">
              <Checkbox label="Select all on this page" labelHidden data-select-all />
            </Th>
          )}
          {columns[kind].map(({ label, sort, className }) => (
            <Th key={label} className={className} sort={sort && sortOf(sort, query)}>
              {label}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id} className="has-[[data-select]:checked]:bg-accent-soft">
            {selectable && (
              <Td>
                <Checkbox
                  label={`Select ${row.number}`}
                  labelHidden
                  data-select={row.number}
                  data-version={row.version}
                />
              </Td>
            )}
            {columns[kind].map(({ label, className, cell }) => (
              <Td key={label} className={className}>
                {cell(row, kind)}
              </Td>
            ))}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
