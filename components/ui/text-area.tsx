import { clsx } from 'clsx';
import type { ComponentProps } from 'react';

/** A text box that grows with what is written in it. */
export function TextArea({ className, rows = 3, ...props }: ComponentProps<'textarea'>) {
  return (
    <textarea
      rows={rows}
      className={clsx('control field-sizing-content max-h-[50vh] resize-y py-1.5 read-only:bg-sunken', className)}
      // field-sizing ignores rows, so the least height is said here.
      style={{ minHeight: `calc(${rows} * 1.25rem + 0.875rem)` }}
      {...props}
    />
  );
}
