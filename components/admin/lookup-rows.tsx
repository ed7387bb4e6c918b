import { Table, Td, Th } from '#components/ui/table.tsx';
import { updateLookupRowAction } from '#lib/data-lookup/actions.ts';
import type { LookupRow } from '#lib/data-lookup/priority.ts';
import { labelOf, levels, priorities } from '#lib/task/choice.ts';
import { LookupRowDialog } from './lookup-row-dialog.tsx';
import { SettingSwitch } from './setting-switch.tsx';

type Row = LookupRow & { id: string };

/** ADM-3 · the rows of dl_u_priority by their order. */
export function LookupRows({ rows }: { rows: readonly Row[] }) {
  return (
    <Table caption="Rows of the priority data lookup">
      <thead>
        <tr>
          <Th className="pl-4">Impact</Th>
          <Th>Urgency</Th>
          <Th>Priority</Th>
          <Th numeric>Order</Th>
          <Th>Active</Th>
          <Th className="pr-4">
            <span className="sr-only">Edit</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <Td className="pl-4 whitespace-nowrap">{labelOf(levels, row.impact)}</Td>
            <Td className="whitespace-nowrap">{labelOf(levels, row.urgency)}</Td>
            <Td className="whitespace-nowrap">{labelOf(priorities, row.priority)}</Td>
            <Td numeric>{row.order}</Td>
            <Td>
              <ActiveSwitch row={row} />
            </Td>
            <Td className="pr-4 text-right">
              <LookupRowDialog row={row} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function ActiveSwitch({ row: { id, impact, urgency, priority, order, active } }: { row: Row }) {
  const pair = `impact ${impact} and urgency ${urgency}`;
  return (
    <SettingSwitch
      action={updateLookupRowAction}
      label={`Row of ${pair}, order ${order} active`}
      labelHidden
      active={active}
      fields={{
        id,
        impact: String(impact),
        urgency: String(urgency),
        priority: String(priority),
        order: String(order),
      }}
      confirmation={{
        title: 'Deactivate this row?',
        button: 'Deactivate',
        warning: (
          <p>
            An incident with {pair} no longer gets priority {priority}. Until another row for this pair is active, its
            priority stays as it was.
          </p>
        ),
      }}
    />
  );
}
