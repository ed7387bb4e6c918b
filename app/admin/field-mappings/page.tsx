import type { Metadata } from 'next';
import { z } from 'zod';
import { MappingPreviewPanel } from '#components/admin/mapping-preview.tsx';
import { competingRows, previewMapping } from '#lib/field-mapping/queries.ts';
import { AdminTableView, type SearchParams } from '../admin-table-view.tsx';
import { requireAdministrator } from '../require-administrator.ts';

export const metadata: Metadata = { title: 'Field mappings' };

const Preview = z.object({ preview: z.string().trim().max(40).catch('') });

export default async function FieldMappingsPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireAdministrator();
  const { preview } = Preview.parse(await searchParams);
  return (
    <>
      <AdminTableView
        actor={actor}
        title="Field mappings"
        meta="Incident to proactive case: what a case takes over from its incident, problem or change."
        path="/admin/field-mappings"
        lists={['field-mapping']}
        notes={await competingRows(actor, 'proactive_case')}
        searchParams={searchParams}
      />
      <MappingPreviewPanel
        typed={preview}
        preview={preview ? await previewMapping(actor, 'proactive_case', preview) : null}
      />
    </>
  );
}
