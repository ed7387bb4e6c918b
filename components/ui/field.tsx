import { clsx } from 'clsx';
import { type ReactNode, useId } from 'react';
import { Icon } from './icon.tsx';

/** The props that link a control to its field's label, hint and error. */
export interface FieldControl {
  id: string;
  required: boolean | undefined;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

export interface FieldProps {
  label: string;
  hint?: ReactNode;
  error?: string | string[];
  required?: boolean;
  id?: string;
  labelHidden?: boolean;
  aside?: ReactNode;
  className?: string;
  children: (control: FieldControl) => ReactNode;
}

/** REC-5 · A label, its control, a hint and the error message. */
export function Field({ label, hint, error, required, id, labelHidden, aside, className, children }: FieldProps) {
  const ownId = useId();
  const controlId = id ?? ownId;
  const errors = [error ?? []].flat().filter(Boolean);
  const hintId = hint ? `${controlId}-hint` : undefined;
  const errorId = errors.length > 0 ? `${controlId}-error` : undefined;
  const control: FieldControl = {
    id: controlId,
    required,
    'aria-describedby': [errorId, hintId].filter(Boolean).join(' ') || undefined,
    'aria-invalid': errorId ? true : undefined,
  };

  return (
    <div className={clsx('min-w-0', className)}>
      <div className={clsx('field-head', labelHidden && 'sr-only')}>
        <label htmlFor={controlId}>{label}</label>
        {required && <span aria-hidden>*</span>}
        {aside && <span className="ml-auto text-sm text-ink-faint">{aside}</span>}
      </div>
      {children(control)}
      {errorId && (
        <p id={errorId} role="alert" className="mt-1 flex gap-1 text-sm text-tone-red">
          <Icon name="circle-alert" className="mt-0.5 size-3.5 shrink-0" />
          {errors.join(' ')}
        </p>
      )}
      {hintId && (
        <p id={hintId} className="mt-1 text-sm text-ink-faint">
          {hint}
        </p>
      )}
    </div>
  );
}

/** Fields in two columns, or one on narrow screens. */
export function FieldGrid({ className, children }: { className?: string; children: ReactNode }) {
  return <div className={clsx('grid gap-x-4 gap-y-3 sm:grid-cols-2', className)}>{children}</div>;
}
