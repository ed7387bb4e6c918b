import { clsx } from 'clsx';
import type { ComponentProps, ReactNode } from 'react';
import { Spinner } from './spinner.tsx';

export type IconButtonProps = Omit<ComponentProps<'button'>, 'aria-label' | 'title' | 'children'> & {
  label: string;
  size?: 's' | 'm';
  children: ReactNode;
};

/** A button with only an icon; its label is its accessible name and tooltip. Shows waiting as Button does. */
export function IconButton({ label, size = 'm', className, type = 'button', children, ...props }: IconButtonProps) {
  return (
    <button
      type={type}
      aria-label={label}
      title={label}
      className={clsx(
        'inline-flex shrink-0 items-center justify-center rounded-md text-ink-muted enabled:hover:bg-sunken enabled:hover:text-ink disabled:cursor-not-allowed disabled:opacity-55 aria-busy:cursor-progress aria-pressed:bg-sunken aria-pressed:text-ink [&_svg]:size-4',
        size === 'm' ? 'size-8 pointer-coarse:size-10' : 'size-6 pointer-coarse:size-9',
        className,
      )}
      {...props}
    >
      {props['aria-busy'] === true ? <Spinner /> : children}
    </button>
  );
}
