import type { Metadata } from 'next';
import { z } from 'zod';
import { RowDialog } from '#components/admin/admin-table/row-dialog.tsx';
import { RowTable } from '#components/admin/admin-table/row-table.tsx';
import { MappingPreviewPanel } from '#components/admin/mapping-preview.tsx';
import { RowLinks } from '#components/shell/row-links.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { previewMapping } from '#lib/admin-table/queries/map-preview.ts';
import { listMaps } from '#lib/admin-table/queries/maps.ts';
import { requireMapEditor } from '../require-administrator.ts';

export const metadata: Metadata = { title: 'Field mappings' };

const Preview = z.object({ preview: z.string().trim().max(40).catch('') });

/** ADM-4, WO-1 · Which values a new record copies from its source record: the field maps of each direction. */
export default async function FieldMappingsPage({ searchParams }: PageProps<'/admin/field-mappings'>) {
  const actor = await requireMapEditor();
  const { preview } = Preview.parse(await searchParams);
  const [directions, previewed] = await Promise.all([
    listMaps(actor),
    preview ? previewMapping(actor, preview) : { number: '', of: [] },
  ]);
  return (
    <>
      <PageHeader
        title="Field mappings"
        meta="The fields that a new record copies from the record it is created from. Of the active maps whose conditions are met, the one with the highest order is used; if several have the same order, the oldest."
      />
      <div className="grid gap-4">
        {directions.map(({ name, label, target, always, maps }) => (
          <Panel
            key={name}
            title={label}
            count={maps.length}
            action={<RowDialog table="field-map" start={{ direction: name }} word={`Add map for ${target}`} />}
            flush
          >
            <p className="px-4 py-2 text-sm text-ink-muted">{always}</p>
            {maps.length > 0 ? (
              <RowTable table="field-map" caption={label} rows={maps} />
            ) : (
              <EmptyState title="No field maps">New records copy no fields.</EmptyState>
            )}
          </Panel>
        ))}
      </div>
      <MappingPreviewPanel typed={previewed.number || preview} previews={previewed.of} />
      <RowLinks />
    </>
  );
}
