'use client';

import { type ReactNode, use } from 'react';
import { CloseMenu } from './close-menu.ts';
import { Link } from './link.tsx';

export interface MenuItemProps {
  onSelect: () => void;
  icon?: ReactNode;
  /** The item's full name, if a heading above it says a part of it. */
  label?: string;
  /** Muted text at the end of the row: a key, a number. */
  hint?: ReactNode;
  disabled?: boolean;
  children: ReactNode;
}

export function MenuItem({ onSelect, icon, label, hint, disabled, children }: MenuItemProps) {
  const close = use(CloseMenu);

  function select() {
    if (disabled) return;
    // Closes first: the focus returns to the button, so that a dialog opened now can return it there.
    close();
    onSelect();
  }

  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      aria-label={label}
      aria-disabled={disabled}
      onClick={select}
      onMouseMove={(event) => event.currentTarget.focus()}
      className="menu-item"
    >
      {icon}
      <span className="min-w-0 flex-1">{children}</span>
      {hint && (
        <span aria-hidden className="text-sm text-ink-faint">
          {hint}
        </span>
      )}
    </button>
  );
}

export function MenuLink({ href, icon, children }: { href: string; icon?: ReactNode; children: ReactNode }) {
  const close = use(CloseMenu);
  return (
    <Link
      href={href}
      role="menuitem"
      tabIndex={-1}
      onClick={close}
      onMouseMove={(event) => event.currentTarget.focus()}
      className="menu-item"
    >
      {icon}
      {children}
    </Link>
  );
}

export function MenuSeparator() {
  return <div aria-hidden className="-mx-1 my-1 h-px bg-line" />;
}
