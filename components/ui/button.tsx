import { cva, type VariantProps } from 'class-variance-authority';
import type { ComponentProps, ReactNode } from 'react';
import { Spinner } from './spinner.tsx';

export const buttonStyle = cva('button', {
  variants: {
    variant: {
      primary: 'button-primary',
      secondary: 'button-secondary',
      quiet: 'button-quiet',
      danger: 'button-danger',
    },
    size: { m: 'button-m', s: 'button-s' },
  },
  defaultVariants: { variant: 'secondary', size: 'm' },
});

export type ButtonStyle = VariantProps<typeof buttonStyle> & { icon?: ReactNode };

export type ButtonProps = ComponentProps<'button'> & ButtonStyle;

/** A button. While it waits (`aria-busy`), it shows a spinner after 300 ms. */
export function Button({ variant, size, icon, className, type = 'button', children, ...props }: ButtonProps) {
  const isBusy = props['aria-busy'] === true;
  return (
    <button type={type} className={buttonStyle({ variant, size, className })} {...props}>
      {isBusy ? <Spinner /> : icon}
      {children}
    </button>
  );
}
