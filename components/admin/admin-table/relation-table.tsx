import { DataTable } from '#components/ui/data-table.tsx';
import { Link } from '#components/ui/link.tsx';
import { adminTables } from '#lib/admin-table/admin-tables.ts';
import type { RelationRow } from '#lib/admin-table/queries.ts';
import { type RelationName, relations } from '#lib/admin-table/relations.ts';
import { RemoveRelation } from './remove-relation.tsx';

const pages: Readonly<Partial<Record<string, string>>> = {
  group: adminTables.group.page,
  user: adminTables.user.page,
  account: adminTables.account.page,
};

/** ADM-6, ADM-7 · relations between two kinds of records. On the page of the first record, it shows only the others. */
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
    <DataTable
      caption={plural}
      rows={rows}
      rowKey={(row) => `${row.fromId} ${row.toId}`}
      columns={[
        !hideFrom && {
          heading: from.label,
          cell: (row) => <End page={pages[from.target]} id={row.fromId} label={row.from} />,
        },
        {
          heading: to.label,
          headClass: hideFrom ? 'pl-4' : undefined,
          cellClass: hideFrom ? 'pl-4' : undefined,
          cell: (row) => <End page={pages[to.target]} id={row.toId} label={row.to} />,
        },
        {
          heading: 'Remove',
          headingHidden: true,
          headClass: hideFrom ? 'pr-4' : undefined,
          cellClass: hideFrom ? 'pr-4 text-right' : 'text-right',
          cell: (row) => <RemoveRelation relation={relation} row={row} />,
        },
      ]}
    />
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
