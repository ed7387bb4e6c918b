import { Table, Th } from '#components/ui/table.tsx';
import type { ImpactRow as Row } from '#lib/impact/queries/impact-page.ts';
import { ImpactRow } from './impact-row.tsx';

interface ImpactTableProps {
  rows: readonly Row[];
  ofRecord: boolean;
  selected: ReadonlySet<string>;
  onSelect: (ids: ReadonlySet<string>) => void;
}

/** IMP-1 · Who is affected, and why; rows can be selected. */
export function ImpactTable({ rows, ofRecord, selected, onSelect }: ImpactTableProps) {
  const chosen = rows.filter(({ id }) => selected.has(id)).length;

  function select(id: string, isSelected: boolean) {
    const others = [...selected].filter((each) => each !== id);
    onSelect(new Set(isSelected ? [...others, id] : others));
  }

  return (
    <Table caption="Affected customers" stacked>
      <thead>
        <tr>
          <Th>
            <span className="flex items-center gap-2">
              <input
                type="checkbox"
                aria-label="Select all that are shown"
                className="size-4 shrink-0"
                checked={chosen > 0 && chosen === rows.length}
                ref={(box) => {
                  if (box) box.indeterminate = chosen > 0 && chosen < rows.length;
                }}
                onChange={({ target }) => onSelect(new Set(target.checked ? rows.map(({ id }) => id) : []))}
              />
              Customer
            </span>
          </Th>
          <Th>Why</Th>
          <Th>Products</Th>
          <Th numeric>Install base</Th>
          <Th numeric>Open cases</Th>
          {ofRecord && (
            <>
              <Th>Proactive case</Th>
              <Th>Communication</Th>
              <Th>Major case</Th>
            </>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <ImpactRow
            key={row.id}
            row={row}
            ofRecord={ofRecord}
            selected={selected.has(row.id)}
            onSelect={(isSelected) => select(row.id, isSelected)}
          />
        ))}
      </tbody>
    </Table>
  );
}
