'use client';

import { type ReactNode, useState } from 'react';
import { ActionDialog } from '#components/actions/action-dialog.tsx';
import { RefusalToast } from '#components/actions/refusal-toast.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { Switch } from '#components/ui/switch.tsx';
import type { Action } from '#lib/door/action.ts';

export interface SettingSwitchProps {
  action: Action<never, undefined>;
  label: string;
  labelHidden?: boolean;
  active: boolean;
  /** Further input of the action: identifies what the switch belongs to. */
  fields?: Readonly<Record<string, string>>;
  /** The confirmation before turning off; `warning` says what stops. */
  confirmation: { title: string; button: string; warning: ReactNode };
}

function formOf(fields: Readonly<Record<string, string>>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

/** A setting's switch. It turns on at once; before it turns off, a dialog says what stops. */
export function SettingSwitch({ action, label, labelHidden, active, fields = {}, confirmation }: SettingSwitchProps) {
  const [asking, setAsking] = useState(false);
  const { submit, refused } = useAction(action);
  return (
    <>
      <form action={submit}>
        <RefusalToast refused={refused} />
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Switch
          checked={active}
          label={label}
          labelHidden={labelHidden}
          {...(active
            ? { onClick: () => setAsking(true), 'aria-haspopup': 'dialog' }
            : { type: 'submit', name: 'active', value: 'on' })}
        />
      </form>
      {asking && (
        <ActionDialog
          title={confirmation.title}
          description="What stops:"
          verb={confirmation.button}
          action={action}
          input={formOf({ ...fields, active: 'off' })}
          onClose={() => setAsking(false)}
        >
          <div className="prose">{confirmation.warning}</div>
        </ActionDialog>
      )}
    </>
  );
}
