import type { Metadata } from 'next';
import { foundOrNot } from '#app/found-or-not.ts';
import { RowDialog } from '#components/admin/admin-table/row-dialog.tsx';
import { RowFacts } from '#components/admin/admin-table/row-facts.tsx';
import { RowTable } from '#components/admin/admin-table/row-table.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { mapWithRows } from '#lib/admin-table/queries/maps.ts';
import { requireMapEditor } from '../../require-administrator.ts';

export const metadata: Metadata = { title: 'Field map' };

/** ADM-4 · A field map: when it is used, and which fields it fills. */
export default async function FieldMapPage({ params }: PageProps<'/admin/field-mappings/[id]'>) {
  const actor = await requireMapEditor();
  const { id } = await params;
  const { map, direction, rows, notes } = await foundOrNot(mapWithRows(actor, id));
  return (
    <>
      <PageHeader
        title={map.values.name ?? ''}
        back={{ href: '/admin/field-mappings', label: 'Field mappings' }}
        actions={<RowDialog table="field-map" row={map} word="Edit" />}
      />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,3fr)_minmax(0,1fr)]">
        <Panel
          title="Mapped fields"
          count={rows.length}
          action={<RowDialog table="field-mapping" start={{ direction, mapId: id }} />}
          flush
        >
          {rows.length > 0 ? (
            <RowTable table="field-mapping" rows={rows} notes={notes} />
          ) : (
            <EmptyState title="No mapped field.">Add the fields that are copied to a new record.</EmptyState>
          )}
        </Panel>
        <Panel title="Details">
          <RowFacts table="field-map" row={map} />
        </Panel>
      </div>
    </>
  );
}
