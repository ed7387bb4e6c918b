import { Facts } from '#components/ui/facts.tsx';
import { type AdminTableName, adminTables } from '#lib/admin-table/admin-tables.ts';
import { displayValue } from '#lib/admin-table/column.ts';
import type { AdminRow } from '#lib/admin-table/row-sql.ts';

/** ADM-6 · a row's values, on its own page. */
export function RowFacts({ table, row }: { table: AdminTableName; row: AdminRow }) {
  const items = Object.entries(adminTables[table].columns).map(([name, column]) => {
    const value = column.type === 'reference' ? row.labels[name] : displayValue(column, row.values[name] ?? '');
    return { term: column.label, detail: value || '-' };
  });
  return <Facts items={items} />;
}
