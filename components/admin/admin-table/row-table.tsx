import { clsx } from 'clsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { Link } from '#components/ui/link.tsx';
import { switchRowAction } from '#lib/admin-table/actions.ts';
import {
  type AdminTable,
  type AdminTableName,
  adminTables,
  nameColumn,
  rowName,
} from '#lib/admin-table/admin-tables.ts';
import { type Column, displayValue } from '#lib/admin-table/column.ts';
import type { AdminRow } from '#lib/admin-table/row-sql.ts';
import { SettingSwitch } from '../setting-switch.tsx';
import { RowDialog } from './row-dialog.tsx';

const isNumeric = ({ type }: Column) => type === 'amount' || type === 'integer';

export interface RowTableProps {
  table: AdminTableName;
  /** Needed if a page has several tables of this kind. */
  caption?: string;
  rows: readonly AdminRow[];
  /** Notes below a row's name, by row id. */
  notes?: ReadonlyMap<string, string> | undefined;
}

/** ADM-6, ADM-7 · the rows of an admin table; on a phone each is a card with its switch and its pencil. */
export function RowTable({ table: name, caption, rows, notes }: RowTableProps) {
  const table = adminTables[name];
  const listed = Object.entries(table.columns).filter(([, { unlisted }]) => !unlisted);
  return (
    <DataTable
      caption={caption ?? table.plural}
      stacked
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        ...listed.map(([column, declared], index) => ({
          heading: declared.label,
          numeric: isNumeric(declared),
          labeled: index > 0 && column !== 'active',
          cellClass: clsx(
            'wrap-anywhere md:max-lg:min-w-28',
            (index === 0 || declared.type === 'long-text') && 'max-md:basis-full',
          ),
          cell: (row: AdminRow) => (
            <>
              {column === 'active' ? (
                <ActiveSwitch name={name} table={table} row={row} />
              ) : (
                <Value table={table} row={row} column={column} declared={declared} />
              )}
              {index === 0 && notes?.has(row.id) && (
                <span className="block text-sm text-ink-muted">{notes.get(row.id)}</span>
              )}
            </>
          ),
        })),
        {
          heading: 'Edit',
          headingHidden: true,
          cellClass: 'text-right',
          cell: (row) => <RowDialog table={name} row={row} />,
        },
      ]}
    />
  );
}

type ValueProps = { table: AdminTable; row: AdminRow; column: string; declared: Column };

function Value({ table, row, column, declared }: ValueProps) {
  const value = declared.type === 'reference' ? row.labels[column] : displayValue(declared, row.values[column] ?? '');
  if (declared.type === 'amount' && value) return Number(value).toLocaleString('en', { minimumFractionDigits: 2 });
  if (column !== nameColumn(table)) return declared.type === 'boolean' && value === 'No' ? null : value;
  if (!table.page) return <span className="font-medium">{value}</span>;
  return (
    <Link href={`${table.page}/${row.id}`} data-row-link className="font-medium hover:underline">
      {value}
    </Link>
  );
}

function ActiveSwitch({ name, table, row }: { name: AdminTableName; table: AdminTable; row: AdminRow }) {
  const called = rowName(table, row);
  return (
    <SettingSwitch
      action={switchRowAction}
      label={`${called} active`}
      labelHidden
      active={row.values.active === 'true'}
      fields={{ table: name, id: row.id }}
      confirmation={{
        title: `Deactivate ${called}?`,
        button: 'Deactivate',
        warning: <p>{table.deactivationWarning}</p>,
      }}
    />
  );
}
