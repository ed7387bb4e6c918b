import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { z } from 'zod';
import { AccessPreviewPanel } from '#components/external-access/access-preview.tsx';
import { ShownFieldsForm } from '#components/external-access/shown-fields-form.tsx';
import { TextLink } from '#components/ui/link.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { externalAccess, previewAccess } from '#lib/external-access/queries.ts';
import { PAGE_LANGUAGE, readerLocale } from '#lib/platform/reader-locale.ts';
import { wordsIn } from '#lib/words/words.ts';
import { requireAdministrator } from '../require-administrator.ts';

export const metadata: Metadata = { title: 'External access' };

const Preview = z.object({ customer: z.string().trim().toLowerCase().max(254).catch('') });

/** ADM-8 · What external users see of the records linked to their cases. */
export default async function ExternalAccessPage({ searchParams }: PageProps<'/admin/external-access'>) {
  const actor = await requireAdministrator();
  const { customer } = Preview.parse(await searchParams);
  const [kinds, preview] = await Promise.all([externalAccess(actor), customer ? previewAccess(actor, customer) : null]);
  const locale = readerLocale(PAGE_LANGUAGE, (await headers()).get('accept-language'));
  const reader = { say: wordsIn(PAGE_LANGUAGE), locale, timeZone: actor.timeZone };
  return (
    <>
      <PageHeader
        title="External access"
        meta="What customers see of the problems, changes and requests behind their cases. A change takes effect at once."
      />
      <div className="grid max-w-3xl gap-4">
        {kinds.map((kind) => (
          <Panel key={kind.table} title={kind.label}>
            {!kind.listed && (
              <p className="mb-3 text-ink-muted">
                The property{' '}
                <TextLink href="/admin/properties" className="underline">
                  portal.related_records
                </TextLink>{' '}
                hides this kind.
              </p>
            )}
            <ShownFieldsForm {...kind} />
          </Panel>
        ))}
        <AccessPreviewPanel typed={customer} preview={preview} reader={reader} />
      </div>
    </>
  );
}
