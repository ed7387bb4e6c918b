import { LiveRefresh } from '#components/live/live-refresh.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Panel } from '#components/ui/panel.tsx';
import type { TimelinePage } from '#lib/journal/timeline-entry.ts';
import { pageSettings } from '#lib/property/page-settings.ts';
import { integer } from '#lib/property/settings.ts';
import type { CustomerCases as Cases } from '#lib/related/queries/customer-cases.ts';
import { pathOfNumber } from '#lib/task/kind.ts';
import type { RecordView } from '#lib/task/record-view.ts';
import { Activity } from './activity.tsx';
import { Attachments } from './attachments.tsx';
import { CustomerCases, tabOf } from './customer-cases.tsx';
import { DetailsForm } from './details-form.tsx';
import type { KindSlots } from './kind-slots.tsx';
import type { RecordTab } from './kind-tabs.tsx';
import { RecordActions } from './record-actions.tsx';
import { RecordTabs } from './record-tabs.tsx';
import { RelatedRecords } from './related-records.tsx';
import { StatusLine } from './status-line.tsx';
import { Watchers } from './watchers.tsx';

interface RecordPageProps {
  view: RecordView;
  first: TimelinePage;
  cases: readonly Cases[];
  ownTabs: readonly RecordTab[];
  parts: KindSlots;
  me: string;
  tab: string | undefined;
  after: string | null;
}

/** The page of a record of any kind. */
export async function RecordPage({ view, first, cases, ownTabs, parts, me, tab, after }: RecordPageProps) {
  const { kind, number, version, state, fields, sections, stateFields, fieldsWith, commentWith, propagation } = view;
  const { mayComment, audience, related, actions, attachments, watchers, mayEdit } = view;
  const of = { kind, number };
  const maxMegabytes = integer(await pageSettings(), 'attachment.max_size_mb');
  const details = { kind, number, version, state, fields, sections, stateFields, fieldsWith, commentWith, propagation };
  const tabs = [
    {
      id: 'details',
      label: 'Details',
      panel: (
        <Panel title="Details" titleHidden>
          <DetailsForm details={details} />
        </Panel>
      ),
    },
    ...ownTabs,
    ...cases.map((of) => ({
      id: tabOf(of),
      label: of.tab,
      count: of.count,
      panel: (
        <CustomerCases
          number={number}
          path={pathOfNumber(number)}
          after={tab === tabOf(of) ? after : null}
          cases={of}
        />
      ),
    })),
    {
      id: 'attachments',
      label: 'Attachments',
      count: attachments.length,
      panel: <Attachments {...of} {...{ attachments, mayComment, maxMegabytes }} />,
    },
  ];

  return (
    <>
      <LiveRefresh records={[view.id, ...ownTabs.flatMap(({ shows }) => shows ?? [])]} names={view.names} />
      <PageHeader
        number={number}
        title={view.title}
        meta={<StatusLine {...view} />}
        actions={<RecordActions {...view}>{parts.actions}</RecordActions>}
      />
      {parts.notice}
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_17rem]">
        <div className="contents lg:col-start-2 lg:row-span-2 lg:row-start-1 lg:grid lg:gap-4">
          {related.length > 0 && <RelatedRecords number={number} related={related} actions={actions} />}
          <div className="grid gap-4 max-lg:order-last">
            {parts.aside}
            <Watchers {...of} watchers={watchers} mayEdit={mayEdit} me={me} />
          </div>
        </div>
        <div className="grid min-w-0 gap-4 lg:col-start-1 lg:row-start-1">
          <div className="min-w-0 max-lg:order-last">
            <RecordTabs of={of} initial={tab ?? 'details'} first={first} tabs={tabs} />
          </div>
          <Activity {...of} mayComment={mayComment} audience={audience} propagation={propagation} first={first} />
        </div>
      </div>
    </>
  );
}
