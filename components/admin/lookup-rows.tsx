import { DataTable } from '#components/ui/data-table.tsx';
import { updateLookupRowAction } from '#lib/data-lookup/actions.ts';
import type { LookupRow } from '#lib/settings/priority.ts';
import { labelOf, levels, priorities } from '#lib/words/choice.ts';
import { LookupRowDialog } from './lookup-row-dialog.tsx';
import { SettingSwitch } from './setting-switch.tsx';

type Row = LookupRow & { id: string };

/** ADM-3 · the rows of dl_u_priority by their order. */
export function LookupRows({ rows }: { rows: readonly Row[] }) {
  return (
    <DataTable
      caption="Rows of the priority data lookup"
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          heading: 'Impact',
          headClass: 'pl-4',
          cellClass: 'pl-4 whitespace-nowrap',
          cell: (row) => labelOf(levels, row.impact),
        },
        { heading: 'Urgency', cellClass: 'whitespace-nowrap', cell: (row) => labelOf(levels, row.urgency) },
        { heading: 'Priority', cellClass: 'whitespace-nowrap', cell: (row) => labelOf(priorities, row.priority) },
        { heading: 'Order', numeric: true, cell: (row) => row.order },
        { heading: 'Active', cell: (row) => <ActiveSwitch row={row} /> },
        {
          heading: 'Edit',
          headingHidden: true,
          headClass: 'pr-4',
          cellClass: 'pr-4 text-right',
          cell: (row) => <LookupRowDialog row={row} />,
        },
      ]}
    />
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
