import { ActionButton } from '#components/actions/action-button.tsx';
import { TaskState } from '#components/record/task-state.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { markSeenAction } from '#lib/home/actions.ts';
import { changeWords } from '#lib/home/change-words.ts';
import type { Change } from '#lib/home/changes.ts';
import { RecordLine } from './record-line.tsx';

/** Changes by others in the user's own and watched records, since the user marked them as seen. */
export function ChangesPanel({ changes, until }: { changes: readonly Change[]; until: Date }) {
  return (
    <Panel
      title="Changed since your last visit"
      flush
      action={
        changes.length > 0 && (
          <ActionButton
            action={markSeenAction}
            input={{ until: until.toISOString() }}
            icon={<Icon name="check-check" />}
          >
            Mark all as seen
          </ActionButton>
        )
      }
    >
      {changes.length === 0 ? (
        <p className="p-4 text-ink-muted">No changes in the records that you work on or watch.</p>
      ) : (
        <ul>
          {changes.map((change) => (
            <RecordLine key={change.id} number={change.number} title={change.shortDescription} at={change.at}>
              <TaskState kind={change.kind} state={change.state} />
              <span className="min-w-0">{changeWords(change)}</span>
            </RecordLine>
          ))}
        </ul>
      )}
    </Panel>
  );
}
