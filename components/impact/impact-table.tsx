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
  function select(id: string, isSelected: boolean) {
    const others = [...selected].filter((each) => each !== id);
    onSelect(new Set(isSelected ? [...others, id] : others));
  }

  return (
    <Table caption="Affected customers" stacked>
      <thead>
        <tr>
          <Th>Customer</Th>
          <Th>Why</Th>
          <Th>Products</Th>
          <Th numeric className="whitespace-normal">
            Open cases
          </Th>
          {ofRecord && (
            <>
              <Th className="whitespace-normal">Proactive case</Th>
              <Th>Message</Th>
              <Th className="whitespace-normal">Major case</Th>
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
