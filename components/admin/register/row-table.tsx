import Link from 'next/link';
import { Table, Td, Th, Tr } from '#components/ui/table.tsx';
import { switchRowAction } from '#lib/register/actions.ts';
import { type Column, shownValue } from '#lib/register/column.ts';
import { nameColumn, type Register, type RegisterName, registers } from '#lib/register/registers.ts';
import type { RegisterRow } from '#lib/register/row-sql.ts';
import { SettingSwitch } from '../setting-switch.tsx';
import { RowDialog } from './row-dialog.tsx';

const isNumeric = ({ type }: Column) => type === 'amount' || type === 'whole';

/** ADM-6, ADM-7 · the rows of a register. */
export function RowTable({ register: name, rows }: { register: RegisterName; rows: readonly RegisterRow[] }) {
  const register = registers[name];
  const listed = Object.entries(register.columns).filter(([, { unlisted }]) => !unlisted);
  return (
    <Table caption={register.plural}>
      <thead>
        <tr>
          {listed.map(([column, declared]) => (
            <Th key={column} numeric={isNumeric(declared)}>
              {declared.label}
            </Th>
          ))}
          <Th>
            <span className="sr-only">Edit</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            {listed.map(([column, declared]) => (
              <Td key={column} numeric={isNumeric(declared)} className="wrap-anywhere max-lg:min-w-28">
                {column === 'active' ? (
                  <ActiveSwitch name={name} register={register} row={row} />
                ) : (
                  <Value register={register} row={row} column={column} declared={declared} />
                )}
              </Td>
            ))}
            <Td className="text-right">
              <RowDialog register={name} row={row} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

type ValueProps = { register: Register; row: RegisterRow; column: string; declared: Column };

function Value({ register, row, column, declared }: ValueProps) {
  const value = declared.type === 'reference' ? row.labels[column] : shownValue(declared, row.values[column] ?? '');
  if (column !== nameColumn(register)) return declared.type === 'yes-no' && value === 'No' ? null : value;
  if (!register.page) return <span className="font-medium">{value}</span>;
  return (
    <Link href={`${register.page}/${row.id}`} data-row-link className="font-medium hover:underline">
      {value}
    </Link>
  );
}

function ActiveSwitch({ name, register, row }: { name: RegisterName; register: Register; row: RegisterRow }) {
  const called = row.values[nameColumn(register)] ?? register.noun;
  return (
    <SettingSwitch
      action={switchRowAction}
      label={`${called} active`}
      labelHidden
      active={row.values.active === 'true'}
      fields={{ register: name, id: row.id }}
      before={{ title: `Deactivate ${called}?`, button: 'Deactivate', stops: <p>{register.stops}</p> }}
    />
  );
}
