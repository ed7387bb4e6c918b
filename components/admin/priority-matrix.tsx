import { PriorityBadge } from '#components/ui/priority-badge.tsx';
import { Table, Td, Th } from '#components/ui/table.tsx';
import { type LookupRow, priorityFor } from '#lib/settings/priority.ts';
import { labelOf, levels, priorities } from '#lib/words/choice.ts';

const LEVELS = [1, 2, 3] as const;
const PRIORITIES = [1, 2, 3, 4, 5] as const;

/** ADM-3 · the priority that the active rows give for each pair of impact and urgency. */
export function PriorityMatrix({ rows }: { rows: readonly LookupRow[] }) {
  return (
    <Table caption="Priority by impact and urgency">
      <thead>
        <tr>
          <Th className="pl-4">
            Impact <span className="font-normal max-sm:sr-only">by urgency</span>
          </Th>
          {LEVELS.map((urgency) => (
            <Th key={urgency}>
              <span className="sr-only">Urgency </span>
              {labelOf(levels, urgency)}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {LEVELS.map((impact) => (
          <tr key={impact}>
            <Th scope="row" className="pl-4">
              <span className="sr-only">Impact </span>
              {labelOf(levels, impact)}
            </Th>
            {LEVELS.map((urgency) => (
              <Td key={urgency}>
                <Priority level={priorityFor(rows, impact, urgency)} />
              </Td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Priority({ level }: { level: number | null }) {
  const known = PRIORITIES.find((each) => each === level);
  if (!known) return <span className="text-ink-faint">no row: unchanged</span>;
  const [digit, word] = labelOf(priorities, known).split(' - ');
  return (
    <PriorityBadge level={known}>
      {digit}
      <span className="max-sm:sr-only"> - {word}</span>
    </PriorityBadge>
  );
}
