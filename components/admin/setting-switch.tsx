'use client';

import { type ReactNode, useState } from 'react';
import { RefusalBanner } from '#components/actions/refusal-banner.tsx';
import { RefusalToast } from '#components/actions/refusal-toast.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { Dialog, DialogActions, DialogCancel } from '#components/ui/dialog.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { Switch } from '#components/ui/switch.tsx';
import type { ActionResult } from '#lib/platform/action-result.ts';

export interface SettingSwitchProps {
  action: (data: FormData) => Promise<ActionResult>;
  label: string;
  labelHidden?: boolean;
  active: boolean;
  /** Further input of the action: whose switch it is. */
  fields?: Readonly<Record<string, string>>;
  /** What is asked before it is turned off; `warning` says what stops. */
  confirmation: { title: string; button: string; warning: ReactNode };
}

/** A switch of a setting: turned on at once; before it is turned off, a dialog says what stops. */
export function SettingSwitch({ action, label, labelHidden, active, fields = {}, confirmation }: SettingSwitchProps) {
  const [asking, setAsking] = useState(false);
  const { submit, refused } = useAction(action);
  return (
    <>
      <form action={submit}>
        <RefusalToast refused={refused} />
        <Hidden fields={fields} />
        <Switch
          checked={active}
          label={label}
          labelHidden={labelHidden}
          {...(active
            ? { onClick: () => setAsking(true), 'aria-haspopup': 'dialog' }
            : { type: 'submit', name: 'active', value: 'on' })}
        />
      </form>
      <Dialog open={asking} onOpenChange={setAsking} title={confirmation.title} description="What stops:">
        <TurnOff action={action} fields={fields} confirmation={confirmation} onDone={() => setAsking(false)} />
      </Dialog>
    </>
  );
}

type TurnOffProps = Required<Pick<SettingSwitchProps, 'action' | 'fields' | 'confirmation'>> & { onDone: () => void };

function TurnOff({ action, fields, confirmation, onDone }: TurnOffProps) {
  const { submit, refused } = useAction(action, { onDone });
  return (
    <form action={submit}>
      <RefusalBanner refused={refused} />
      <Hidden fields={fields} />
      <input type="hidden" name="active" value="off" />
      <div className="prose">{confirmation.warning}</div>
      <DialogActions>
        <DialogCancel />
        <SubmitButton>{confirmation.button}</SubmitButton>
      </DialogActions>
    </form>
  );
}

function Hidden({ fields }: Required<Pick<SettingSwitchProps, 'fields'>>) {
  return Object.entries(fields).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}
