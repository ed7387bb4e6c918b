import { Facts } from '#components/ui/facts.tsx';
import { shownValue } from '#lib/register/column.ts';
import { type RegisterName, registers } from '#lib/register/registers.ts';
import type { RegisterRow } from '#lib/register/row-sql.ts';

/** ADM-6 · what a row holds, on its own page. */
export function RowFacts({ register, row }: { register: RegisterName; row: RegisterRow }) {
  const items = Object.entries(registers[register].columns).map(([name, column]) => {
    const value = column.type === 'reference' ? row.labels[name] : shownValue(column, row.values[name] ?? '');
    return { term: column.label, detail: value || '-' };
  });
  return <Facts items={items} />;
}
