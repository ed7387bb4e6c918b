import { TextLink } from '#components/ui/link.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import type { RelatedGroup } from '#lib/related/related-view.ts';
import type { RecordView } from '#lib/task/record-view.ts';
import { AssociateButton } from './associate-button.tsx';
import { RecordPriority, RecordState } from './state.tsx';

/** A related record; of one that may not be read only its number stands there. */
function Present({ record: { number, seen } }: { record: NonNullable<RelatedGroup['record']> }) {
  if (!seen) return <span className="record-number">{number}</span>;
  return (
    <div className="grid gap-1">
      <span className="flex flex-wrap items-center gap-2">
        <TextLink href={seen.href} className="inline-flex flex-wrap items-center gap-2">
          <span className="record-number">{number}</span>
          <RecordState state={seen.state} />
        </TextLink>
      </span>
      <span className="flex flex-wrap items-center gap-x-3 text-sm text-ink-muted">
        <RecordPriority {...seen.priority} />
        <RelativeTime at={seen.updatedAt} />
      </span>
    </div>
  );
}

/** Chapter 2 · What the case is related to, and the buttons that relate it. */
export function RelatedRecords({ number, related, actions }: Pick<RecordView, 'number' | 'related' | 'actions'>) {
  return (
    <Panel title="Related Records">
      <dl className="grid gap-4">
        {related.map(({ link, label, record, because }) => {
          const action = record ? undefined : actions.find((each) => each.link === link && each.verb === 'associate');
          return (
            <div key={link}>
              <dt className="mb-1 text-sm text-ink-muted">{label}</dt>
              <dd>
                {record && <Present record={record} />}
                <AssociateButton action={action} caseNumber={number} />
                {!record && !action && <span className="text-sm text-ink-faint">{because ?? 'None'}</span>}
              </dd>
            </div>
          );
        })}
      </dl>
    </Panel>
  );
}
