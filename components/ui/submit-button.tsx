'use client';

import { useFormStatus } from 'react-dom';
import { Button, type ButtonProps } from './button.tsx';

/** The submit button of the form around it; busy while the form's action runs. */
export function SubmitButton({ variant = 'primary', icon, disabled, onClick, ...props }: Omit<ButtonProps, 'type'>) {
  const { pending } = useFormStatus();
  return (
    <Button
      {...props}
      type="submit"
      variant={variant}
      disabled={disabled}
      aria-busy={pending || undefined}
      aria-disabled={pending || undefined}
      // A disabled button would lose the focus while it waits; this one only ignores a second click.
      onClick={(event) => (pending ? event.preventDefault() : onClick?.(event))}
      icon={icon}
    />
  );
}
