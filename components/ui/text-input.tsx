'use client';

import { clsx } from 'clsx';
import type { ComponentProps } from 'react';
import { useIsBeforeDraft } from './drafts/use-is-before-draft.ts';

export function TextInput({ className, readOnly, ...props }: ComponentProps<'input'>) {
  const isBeforeDraft = useIsBeforeDraft();
  return (
    <input
      className={clsx('control h-8 pointer-coarse:h-10', !isBeforeDraft && 'read-only:bg-sunken', className)}
      readOnly={readOnly || isBeforeDraft}
      {...props}
    />
  );
}
