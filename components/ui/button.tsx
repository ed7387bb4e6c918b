import { cva, type VariantProps } from 'class-variance-authority';
import type { ComponentProps, ReactNode } from 'react';

export const buttonStyle = cva(
  'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md border font-medium whitespace-nowrap select-none disabled:cursor-not-allowed disabled:opacity-55 aria-busy:cursor-progress [&_svg]:size-4 [&_svg]:shrink-0',
  {
    variants: {
      variant: {
        primary: 'border-transparent bg-accent text-on-accent enabled:hover:bg-accent-hover [a]:hover:bg-accent-hover',
        secondary: 'border-line-button bg-surface text-ink enabled:hover:bg-sunken [a]:hover:bg-sunken',
        quiet:
          'border-transparent text-ink-muted enabled:hover:bg-sunken enabled:hover:text-ink [a]:hover:bg-sunken [a]:hover:text-ink',
        danger: 'border-transparent bg-danger text-on-danger enabled:hover:bg-danger-hover',
      },
      size: {
        m: 'h-8 px-3 pointer-coarse:h-10',
        s: 'h-7 px-2 text-sm pointer-coarse:h-9',
      },
    },
    defaultVariants: { variant: 'secondary', size: 'm' },
  },
);

export type ButtonStyle = VariantProps<typeof buttonStyle> & { icon?: ReactNode };

export type ButtonProps = ComponentProps<'button'> & ButtonStyle;

export function Button({ variant, size, icon, className, type = 'button', children, ...props }: ButtonProps) {
  return (
    <button type={type} className={buttonStyle({ variant, size, className })} {...props}>
      {icon}
      {children}
    </button>
  );
}
