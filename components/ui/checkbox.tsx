import { clsx } from 'clsx';
import { type ComponentProps, type ReactNode, useId } from 'react';

export type CheckboxProps = Omit<ComponentProps<'input'>, 'type'> & {
  label: string;
  labelHidden?: boolean;
  hint?: ReactNode;
};

export function Checkbox({ label, labelHidden, hint, className, ...props }: CheckboxProps) {
  const hintId = useId();
  return (
    <div className={className}>
      <label className="flex min-h-6 w-fit max-w-full items-center gap-2 has-disabled:text-ink-faint">
        <input type="checkbox" className="size-4 shrink-0" aria-describedby={hint ? hintId : undefined} {...props} />
        <span className={clsx('min-w-0 wrap-anywhere', labelHidden && 'sr-only')}>{label}</span>
      </label>
      {hint && (
        <p id={hintId} className="pl-6 text-sm text-ink-faint">
          {hint}
        </p>
      )}
    </div>
  );
}
