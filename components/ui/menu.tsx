'use client';

import { clsx } from 'clsx';
import type { KeyboardEvent, ReactNode } from 'react';
import { CloseMenu } from './close-menu.ts';
import { InBrowser } from './in-browser.tsx';
import { type FloatOptions, useFloat } from './use-float.ts';

function itemsOf(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]:not([aria-disabled="true"])')];
}

/** The item that a key moves to from the focused one. */
function itemForKey(key: string, items: readonly HTMLElement[]): HTMLElement | undefined {
  const here = items.findIndex((item) => item.matches(':focus'));
  if (key === 'ArrowDown') return items[here + 1] ?? items[0];
  if (key === 'ArrowUp') return items[here - 1] ?? items.at(-1);
  if (key === 'Home') return items[0];
  if (key === 'End') return items.at(-1);
  if (key.length !== 1 || key === ' ') return undefined;
  const fromNext = [...items.slice(here + 1), ...items.slice(0, here + 1)];
  return fromNext.find((item) => item.textContent?.toLowerCase().startsWith(key.toLowerCase()));
}

export type MenuProps = Pick<FloatOptions, 'trigger' | 'open' | 'onOpenChange'> & {
  align?: 'start' | 'end';
  /** The menu's name, if its button's name does not fit. */
  label?: string;
  children: ReactNode;
};

export function Menu({ align = 'end', label, children, ...options }: MenuProps) {
  const { trigger, triggerId, float, close } = useFloat({
    ...options,
    opens: 'menu',
    onOpened: (menu) => itemsOf(menu)[0]?.focus(),
  });

  function handleKey(event: KeyboardEvent<HTMLElement>) {
    if (event.key === 'Tab') close();
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const item = itemForKey(event.key, itemsOf(event.currentTarget));
    if (!item) return;
    event.preventDefault();
    item.focus();
  }

  return (
    <>
      {trigger}
      <div
        {...float}
        role="menu"
        aria-label={label}
        aria-labelledby={label ? undefined : triggerId}
        tabIndex={-1}
        onKeyDown={handleKey}
        className={clsx(
          'floating',
          align === 'end' ? 'float-end' : 'float-start',
          'max-h-[min(32rem,80dvh)] min-w-52 overflow-y-auto p-1',
        )}
      >
        <CloseMenu value={close}>
          <InBrowser>{children}</InBrowser>
        </CloseMenu>
      </div>
    </>
  );
}
