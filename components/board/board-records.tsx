import { RecordState } from '#components/record/record-state.tsx';
import { ExactTime } from '#components/ui/exact-time.tsx';
import { NumberLink } from '#components/ui/number-link.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import type { BoardRecord, BoardRecords as Records } from '#lib/board/queries/records-of.ts';

function CascadeStatus({ term, record }: { term: string; record: BoardRecord }) {
  const { number, href, title, state, openedAt, plannedStart } = record;
  return (
    <div className="grid gap-0.5 px-4 py-2">
      <dt className="text-sm text-ink-muted">{term}</dt>
      <dd className="flex flex-wrap items-center gap-2">
        <NumberLink number={number} href={href} />
        <RecordState state={state} />
        <span className="text-sm text-ink-muted">
          {plannedStart ? (
            <>
              planned <ExactTime at={plannedStart} />
            </>
          ) : (
            <>
              opened <RelativeTime at={openedAt} />
            </>
          )}
        </span>
      </dd>
      <dd className="text-sm wrap-anywhere">
        <bdi>{title}</bdi>
      </dd>
    </div>
  );
}

/** MAJ-9 · The incident with its age and state, and the linked problem and change. */
export function BoardRecords({ records: { incident, problem, change } }: { records: Records }) {
  return (
    <Panel title="Cause and fix" flush>
      {incident || problem || change ? (
        <dl className="divide-y">
          {incident && <CascadeStatus term="Incident" record={incident} />}
          {problem && <CascadeStatus term="Problem" record={problem} />}
          {change && <CascadeStatus term="Change" record={change} />}
        </dl>
      ) : (
        <p className="p-4 text-ink-muted">No related incident, problem or change that you can access.</p>
      )}
    </Panel>
  );
}
