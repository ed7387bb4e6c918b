import type { Metadata } from 'next';
import { LookupRowDialog } from '#components/admin/lookup-row-dialog.tsx';
import { LookupRows } from '#components/admin/lookup-rows.tsx';
import { PriorityMatrix } from '#components/admin/priority-matrix.tsx';
import { ReverseLookup } from '#components/admin/reverse-lookup.tsx';
import { SettingSwitch } from '#components/admin/setting-switch.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { switchDataLookupAction } from '#lib/data-lookup/actions.ts';
import { priorityLookup } from '#lib/data-lookup/queries.ts';
import { requireAdministrator } from '../require-administrator.ts';

export const metadata: Metadata = { title: 'Data lookup' };

export default async function DataLookupPage() {
  const actor = await requireAdministrator();
  const { on, rows } = await priorityLookup(actor);
  const warning = (
    <p>
      The priority of an incident no longer follows impact and urgency: it is set by hand. Existing priorities stay as
      they are.
    </p>
  );
  return (
    <>
      <PageHeader
        title="Data lookup"
        meta="Priority of incidents (dl_u_priority)"
        actions={
          <SettingSwitch
            action={switchDataLookupAction}
            label="Incident data lookup active"
            active={on}
            confirmation={{ title: 'Turn the incident data lookup off?', button: 'Turn off', warning }}
          />
        }
      />
      <div className="grid gap-4 xl:grid-cols-2">
        <Panel
          title="Rows"
          count={rows.length}
          action={<LookupRowDialog />}
          flush
          className="xl:row-span-2 [&_tbody_tr:last-child>*]:border-b-0"
        >
          <LookupRows rows={rows} />
        </Panel>
        <Panel title="Result" flush className="self-start [&_tbody_tr:last-child>*]:border-b-0">
          <PriorityMatrix rows={rows} />
        </Panel>
        <Panel title="By priority" className="self-start">
          <ReverseLookup rows={rows} />
        </Panel>
      </div>
    </>
  );
}
