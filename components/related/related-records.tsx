import { RecordPriority } from '#components/record/record-priority.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import type { RecordView } from '#lib/record-page/record-view.ts';
import type { RelatedGroup } from '#lib/record-page/related-view.ts';
import type { SourceRef } from '#lib/related/source-ref.ts';
import { AssociateMenu } from './associate-menu.tsx';
import { RecordLink } from './record-link.tsx';

/** A related record; without read access only its number. */
function Present({ record: { number, seen } }: { record: NonNullable<RelatedGroup['record']> }) {
  if (!seen) return <RecordLink number={number} seen={null} />;
  return (
    <div className="grid gap-1">
      <RecordLink number={number} seen={seen} />
      <span className="wrap-anywhere">{seen.title}</span>
      <span className="flex flex-wrap items-center gap-x-3 text-sm text-ink-muted">
        <RecordPriority {...seen.priority} />
        <RelativeTime at={seen.updatedAt} />
      </span>
    </div>
  );
}

/** The reason that all empty groups share, shown once. */
function sharedReason(related: readonly RelatedGroup[]): string | null {
  const reasons = related.flatMap(({ because }) => because ?? []);
  return reasons.length > 1 && new Set(reasons).size === 1 ? (reasons[0] ?? null) : null;
}

/** REL-5, INC-7 · The related records of the case or incident, and the buttons that link records. */
export function RelatedRecords({
  source,
  related,
  actions,
  updates,
}: Pick<RecordView, 'related' | 'actions' | 'updates'> & { source: SourceRef }) {
  const shared = sharedReason(related);
  const isEmpty = (link: string) => related.some((group) => group.link === link && !group.record);
  const offered = actions.filter(({ link, verb }) => verb === 'associate' && isEmpty(link));
  return (
    <Panel title="Related Records">
      <div className="grid gap-3">
        {related.map(({ link, label, record, because }) => {
          return (
            <fieldset key={link} aria-labelledby={`related-${link}`} className="min-w-0">
              <h3 id={`related-${link}`} className="mb-1 text-sm text-ink-muted">
                {label}
              </h3>
              {record && <Present record={record} />}
              {!record && <span className="text-ink-muted">None</span>}
              {!record && because && !shared && <p className="mt-1 text-sm text-ink-faint">{because}</p>}
            </fieldset>
          );
        })}
      </div>
      <AssociateMenu actions={offered} source={source} updates={updates} />
      {shared && <p className="mt-3 text-sm text-ink-faint">{shared}</p>}
    </Panel>
  );
}
