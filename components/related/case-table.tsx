import { Table, Th } from '#components/ui/table.tsx';
import type { CustomerCases as Cases } from '#lib/related/queries/customer-cases.ts';
import { CaseRow } from './case-row.tsx';

interface SelectAllProps {
  seen: readonly string[];
  /** Number of selected cases. */
  chosen: number;
  onSelect: CaseTableProps['onSelect'];
}

function SelectAll({ seen, chosen, onSelect }: SelectAllProps) {
  return (
    <input
      type="checkbox"
      aria-label="Select all on this page"
      className="size-4 shrink-0"
      checked={chosen > 0 && chosen === seen.length}
      ref={(box) => {
        if (box) box.indeterminate = chosen > 0 && chosen < seen.length;
      }}
      onChange={({ target }) => onSelect?.(new Set(target.checked ? seen : []))}
    />
  );
}

interface CaseTableProps {
  number: string;
  cases: Cases;
  /** NOT-1 · The numbers of the selected cases; absent: no bulk actions. */
  selected?: ReadonlySet<string>;
  onSelect?: (numbers: ReadonlySet<string>) => void;
}

/** REL-14 · One page of a record's cases. */
export function CaseTable({ number, cases: { tab, cases, tie }, selected, onSelect }: CaseTableProps) {
  // NOT-9: a major case itself never receives messages.
  const seen = cases.filter(({ seen, isMajor }) => seen && !isMajor).map((theCase) => theCase.number);
  const chosen = seen.filter((each) => selected?.has(each)).length;

  function select(caseNumber: string, isSelected: boolean) {
    const others = [...(selected ?? [])].filter((each) => each !== caseNumber);
    onSelect?.(new Set(isSelected ? [...others, caseNumber] : others));
  }

  return (
    <Table caption={tab} stacked>
      <thead>
        <tr>
          <Th>
            <span className="flex items-center gap-2">
              {selected && <SelectAll seen={seen} chosen={chosen} onSelect={onSelect} />}
              Number
            </span>
          </Th>
          <Th>State</Th>
          <Th>Short description</Th>
          <Th>Priority</Th>
          <Th>Customer</Th>
          <Th>Updated</Th>
          <Th>
            <span className="sr-only">Actions</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {cases.map((theCase) => (
          <CaseRow
            key={theCase.number}
            theCase={theCase}
            number={number}
            tie={tie}
            select={
              selected && seen.includes(theCase.number) ? (
                <input
                  type="checkbox"
                  aria-label={`Select ${theCase.number}`}
                  className="size-4 shrink-0"
                  checked={selected.has(theCase.number)}
                  onChange={({ target }) => select(theCase.number, target.checked)}
                />
              ) : (
                selected && <span className="size-4 shrink-0" />
              )
            }
          />
        ))}
      </tbody>
    </Table>
  );
}
