'use client';

import { clsx } from 'clsx';
import type { ComponentProps } from 'react';
import { useIsBeforeDraft } from './drafts/use-is-before-draft.ts';

/** A text box that grows with its content. */
export function TextArea({ className, rows = 3, readOnly, ...props }: ComponentProps<'textarea'>) {
  const isBeforeDraft = useIsBeforeDraft();
  return (
    <textarea
      rows={rows}
      className={clsx(
        'control field-sizing-content max-h-[50vh] resize-y py-1.5',
        !isBeforeDraft && 'read-only:bg-sunken',
        className,
      )}
      readOnly={readOnly || isBeforeDraft}
      // `field-sizing` ignores `rows`, so the minimum height is set here.
      style={{ minHeight: `calc(${rows} * 1.25rem + 0.875rem)` }}
      {...props}
    />
  );
}
