import { useState } from 'react';
import { recentOf } from '#components/field/recent-of.ts';
import { Button } from '#components/ui/button.tsx';
import { Combobox } from '#components/ui/combobox.tsx';
import { Dialog, DialogActions, DialogCancel } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { SegmentedControl } from '#components/ui/segmented-control.tsx';
import type { Option } from '#components/ui/use-combobox.ts';
import type { BulkPartProps } from './bulk-bar.tsx';
import { assignTo } from './bulk-runs.ts';
import { areFixed } from './use-bulk.ts';

const targets = {
  user: { label: 'Assigned to', option: 'Person', field: 'assignedToId' },
  group: { label: 'Assignment group', option: 'Group', field: 'assignmentGroupId' },
} as const;

type Target = keyof typeof targets;

const options = (['user', 'group'] as const).map((value) => ({ value, label: targets[value].option }));

/** ACC-6 · Assigns the selected records to the user, to another person who may work such records, or to a group. */
export function BulkAssign({ kind, selected, bulk, mayTake }: BulkPartProps & { mayTake: boolean }) {
  const [asking, setAsking] = useState(false);
  const [target, setTarget] = useState<Target>('user');
  const [chosen, setChosen] = useState<Option | null>(null);
  const disabled = bulk.pending || areFixed(selected);
  const source = `/api/references?kind=${target}&assigns=${kind}`;

  function begin(next: Target = target) {
    setTarget(next);
    setChosen(null);
    setAsking(true);
  }

  function assign() {
    if (!chosen) return;
    setAsking(false);
    const { id, label: name } = chosen;
    bulk.run(assignTo(kind, target === 'user' ? { userId: id, name } : { groupId: id, name }), selected);
  }

  return (
    <>
      {mayTake && (
        <Button
          size="s"
          icon={<Icon name="user-round" />}
          disabled={disabled}
          onClick={() => bulk.run(assignTo(kind, 'me'), selected)}
        >
          Assign to me
        </Button>
      )}
      <Button size="s" icon={<Icon name="users-round" />} disabled={disabled} onClick={() => begin()}>
        Assign to …
      </Button>
      <Dialog open={asking} onOpenChange={setAsking} title="Assign to" size="s">
        <div className="grid gap-3">
          <SegmentedControl label="To whom" options={options} value={target} onChange={begin} />
          <Field key={target} label={targets[target].label} required>
            {(control) => (
              <Combobox
                {...control}
                source={source}
                recentAs={recentOf(targets[target].field, source)}
                onSelect={(option) => setChosen(option ?? null)}
              />
            )}
          </Field>
        </div>
        <DialogActions>
          <DialogCancel />
          <Button variant="primary" disabled={!chosen} onClick={assign}>
            Assign
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
