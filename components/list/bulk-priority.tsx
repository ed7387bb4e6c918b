import { Icon } from '#components/ui/icon.tsx';
import { MenuItem } from '#components/ui/menu-item.tsx';
import type { BulkPartProps } from './bulk-bar.tsx';
import { BulkMenu, NotPossible } from './bulk-menu.tsx';
import { SET_PRIORITY, setPriority } from './bulk-runs.ts';

/** Sets the priority of the selected records. It cannot be set if it follows from impact and urgency (INC-4). */
export function BulkPriority({ kind, selected, bulk }: BulkPartProps) {
  return (
    <BulkMenu
      label="Priority"
      sets={SET_PRIORITY}
      icon={<Icon name="priority-2" />}
      kind={kind}
      selected={selected}
      busy={bulk.pending}
    >
      {({ priority: { options, cannot, because } }) => (
        <>
          {cannot.length < selected.length &&
            options.map((option) => (
              <MenuItem
                key={option.value}
                label={`${SET_PRIORITY}: ${option.label}`}
                onSelect={() => bulk.run(setPriority(kind, option), selected)}
              >
                {option.label}
              </MenuItem>
            ))}
          <NotPossible numbers={cannot} because={because} />
        </>
      )}
    </BulkMenu>
  );
}
