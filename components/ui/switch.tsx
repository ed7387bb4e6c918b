import { clsx } from 'clsx';
import { type ComponentProps, type ReactNode, useId } from 'react';

export type SwitchProps = Omit<ComponentProps<'button'>, 'role' | 'children'> & {
  checked: boolean;
  label: string;
  labelHidden?: boolean;
  hint?: ReactNode;
};

/** An on/off switch. As a `submit` button it works without scripts: the form's action sets the new state. */
export function Switch({ checked, label, labelHidden, hint, className, type = 'button', ...props }: SwitchProps) {
  const id = useId();
  return (
    <div className={className}>
      <div className="flex min-h-6 items-center gap-2">
        <button
          type={type}
          role="switch"
          aria-checked={checked}
          aria-labelledby={`${id}-label`}
          aria-describedby={hint ? `${id}-hint` : undefined}
          className={clsx(
            'inline-flex h-5 w-9 shrink-0 items-center rounded-full border px-0.5 disabled:cursor-not-allowed disabled:opacity-55',
            checked ? 'justify-end border-accent bg-accent' : 'border-line-strong bg-sunken',
          )}
          {...props}
        >
          <span className={clsx('size-3.5 rounded-full', checked ? 'bg-on-accent' : 'bg-ink-faint')} />
        </button>
        <span id={`${id}-label`} className={clsx(labelHidden && 'sr-only')}>
          {label}
        </span>
      </div>
      {hint && (
        <p id={`${id}-hint`} className="pl-11 text-sm text-ink-faint">
          {hint}
        </p>
      )}
    </div>
  );
}
