'use client';

import { useState } from 'react';
import { ActionDialog } from '#components/actions/action-dialog.tsx';
import { Button } from '#components/ui/button.tsx';
import { Combobox } from '#components/ui/combobox.tsx';
import { Field } from '#components/ui/field.tsx';
import { Icon } from '#components/ui/icon.tsx';
import type { Option } from '#components/ui/use-combobox.ts';
import { addRecipientsAction } from '#lib/affected-customers/actions.ts';
import { sortWords } from '#lib/affected-customers/customer-sort.ts';
import type { ListDialogProps } from './list-tools.tsx';

/** MAJ-5 · Adds chosen customers to the list; a refresh keeps them. */
export function AddDialog({ list: { number, of }, onClose }: ListDialogProps) {
  const [chosen, setChosen] = useState<readonly Option[]>([]);
  const { one, many } = sortWords[of];
  const without = (id: string) => chosen.filter((each) => each.id !== id);
  return (
    <ActionDialog
      title="Add by hand"
      description={`Refreshing the list keeps these ${many}.`}
      verb={chosen.length > 1 ? `Add ${chosen.length} ${many}` : 'Add'}
      onClose={onClose}
      disabled={chosen.length === 0}
      action={addRecipientsAction}
      input={{ number, of, customerIds: chosen.map(({ id }) => id) }}
    >
      <Field label={one === 'account' ? 'Account' : 'Consumer'}>
        {({ id }) => (
          <Combobox
            key={chosen.length}
            id={id}
            source={`/api/recipients/customers?${new URLSearchParams({ number, of })}`}
            emptyText={`No matching ${many}`}
            onSelect={(option) => option && setChosen([...without(option.id), option])}
          />
        )}
      </Field>
      <ul aria-label={`Chosen ${many}`} className="mt-3 flex min-h-40 flex-wrap content-start gap-2">
        {chosen.map(({ id, label }) => (
          <li key={id}>
            <Button size="s" aria-label={`Remove ${label}`} onClick={() => setChosen(without(id))}>
              {label}
              <Icon name="x" />
            </Button>
          </li>
        ))}
      </ul>
    </ActionDialog>
  );
}
