import type { Metadata } from 'next';
import { IntegrationPanel } from '#components/admin/integration-panel.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { listIntegrations } from '#lib/integration/queries.ts';
import { requireAdministrator } from '../require-administrator.ts';

export const metadata: Metadata = { title: 'Integrations' };

export default async function IntegrationsPage() {
  const actor = await requireAdministrator();
  const integrations = await listIntegrations(actor);
  return (
    <>
      <PageHeader
        title="Integrations"
        meta="Turning an integration off hides it on every server at once. Its data is kept."
      />
      <div className="grid max-w-3xl gap-4">
        {integrations.map((integration) => (
          <IntegrationPanel key={integration.id} integration={integration} />
        ))}
      </div>
    </>
  );
}
