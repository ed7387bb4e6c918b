'use client';

import type { ButtonProps } from '#components/ui/button.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import type { Action } from '#lib/door/action.ts';
import { RefusalToast } from './refusal-toast.tsx';
import { useAction } from './use-action.ts';

interface ActionButtonProps<Input, T> extends Omit<ButtonProps, 'type' | 'onClick'> {
  action: Action<Input, T>;
  input: Input;
  onDone?: (() => void) | undefined;
}

/** A button that calls an action at once. A toast shows the result. */
export function ActionButton<Input extends Record<string, string>, T>({
  action,
  input,
  onDone,
  ...button
}: ActionButtonProps<Input, T>) {
  const { submit, refused } = useAction(action, { onDone });
  return (
    <form action={submit}>
      <RefusalToast refused={refused} />
      {Object.entries(input).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton variant="quiet" size="s" {...button} />
    </form>
  );
}
