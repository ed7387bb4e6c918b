import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Icon } from '#components/ui/icon.tsx';
import { MenuItem } from '#components/ui/menu-item.tsx';
import type { BulkMove } from '#lib/list/bulk-moves.ts';
import type { BulkPartProps } from './bulk-bar.tsx';
import { BulkMenu, NotPossible } from './bulk-menu.tsx';
import { moveName, moveTo, SET_STATE } from './bulk-runs.ts';

// Loaded when a state change needs input.
const BulkMoveDialog = dynamic(() => import('./bulk-move-dialog.tsx').then((module) => module.BulkMoveDialog), {
  ssr: false,
});

const asks = ({ fields, asksComment, asksWorkNote, final }: BulkMove) =>
  fields.length > 0 || asksComment || asksWorkNote || final;

/** Changes the state of the selected records if all can change; otherwise names the records that cannot. */
export function BulkState({ kind, selected, bulk }: BulkPartProps) {
  const [asking, setAsking] = useState<{ move: BulkMove; audience: readonly string[] } | null>(null);

  return (
    <>
      <BulkMenu
        label="State"
        sets={kind === 'case' ? undefined : SET_STATE}
        icon={<Icon name="circle-dot" />}
        kind={kind}
        selected={selected}
        busy={bulk.pending}
      >
        {({ moves, comment }) => (
          <>
            {moves
              .filter(({ cannot }) => cannot.length === 0)
              .map((move) => (
                <MenuItem
                  key={move.label}
                  label={`${moveName(move)}${asks(move) ? ' …' : ''}`}
                  onSelect={() =>
                    asks(move)
                      ? setAsking({ move, audience: comment.audience })
                      : bulk.run(moveTo(kind, move, { values: {} }), selected)
                  }
                >
                  {asks(move) ? `${move.label} …` : move.label}
                </MenuItem>
              ))}
            {moves.map(({ label, cannot }) => (
              <NotPossible key={label} what={label} numbers={cannot} />
            ))}
            {moves.length === 0 && <p className="text-sm text-ink-muted">Their state cannot be changed now.</p>}
          </>
        )}
      </BulkMenu>
      {asking && (
        <BulkMoveDialog
          kind={kind}
          count={selected.length}
          {...asking}
          onClose={() => setAsking(null)}
          onSubmit={(filled, discard) => {
            setAsking(null);
            bulk.run(moveTo(kind, asking.move, filled, discard), selected);
          }}
        />
      )}
    </>
  );
}
