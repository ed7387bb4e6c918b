'use client';

import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { InBrowser } from './in-browser.tsx';
import { type FloatOptions, useFloat } from './use-float.ts';

export type PopoverProps = Pick<FloatOptions, 'trigger' | 'open' | 'onOpenChange'> & {
  label: string;
  align?: 'start' | 'end';
  children: ReactNode;
};

/** Details about one item, beside it, without leaving the page. */
export function Popover({ label, align = 'start', children, ...options }: PopoverProps) {
  const { trigger, float } = useFloat({ ...options, opens: 'dialog', onOpened: (element) => element.focus() });
  return (
    <>
      {trigger}
      <div
        {...float}
        role="dialog"
        aria-label={label}
        tabIndex={-1}
        className={clsx(
          'floating',
          align === 'end' ? 'float-end' : 'float-start',
          'max-h-[70dvh] w-80 overflow-y-auto p-3',
        )}
      >
        <InBrowser>{children}</InBrowser>
      </div>
    </>
  );
}
