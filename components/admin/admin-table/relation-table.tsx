import { Link } from '#components/ui/link.tsx';
import { Table, Td, Th } from '#components/ui/table.tsx';
import { adminTables } from '#lib/admin-table/admin-tables.ts';
import type { RelationRow } from '#lib/admin-table/queries.ts';
import { type RelationName, relations } from '#lib/admin-table/relations.ts';
import { RemoveRelation } from './remove-relation.tsx';

const pages: Readonly<Partial<Record<string, string>>> = {
  group: adminTables.group.page,
  user: adminTables.user.page,
  account: adminTables.account.page,
};

/** ADM-6, ADM-7 · what is related to what; on the page of one thing of the first sort, only the other ends. */
export function RelationTable({
  relation,
  rows,
  hideFrom,
}: {
  relation: RelationName;
  rows: readonly RelationRow[];
  hideFrom?: boolean;
}) {
  const { plural, from, to } = relations[relation];
  return (
    <Table caption={plural}>
      <thead>
        <tr>
          {!hideFrom && <Th>{from.label}</Th>}
          <Th className={hideFrom ? 'pl-4' : undefined}>{to.label}</Th>
          <Th className={hideFrom ? 'pr-4' : undefined}>
            <span className="sr-only">Remove</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.fromId} ${row.toId}`}>
            {!hideFrom && (
              <Td>
                <End page={pages[from.target]} id={row.fromId} label={row.from} />
              </Td>
            )}
            <Td className={hideFrom ? 'pl-4' : undefined}>
              <End page={pages[to.target]} id={row.toId} label={row.to} />
            </Td>
            <Td className={hideFrom ? 'pr-4 text-right' : 'text-right'}>
              <RemoveRelation relation={relation} row={row} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function End({ page, id, label }: { page: string | undefined; id: string; label: string }) {
  if (!page) return label;
  return (
    <Link href={`${page}/${id}`} className="hover:underline">
      {label}
    </Link>
  );
}
