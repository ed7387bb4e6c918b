'use client';

import { type ReactNode, useId } from 'react';
import { Icon } from './icon.tsx';

/** A group of items under a muted heading. */
function MenuGroup({ label, children }: { label: string; children: ReactNode }) {
  const labelId = useId();
  return (
    <fieldset aria-labelledby={labelId}>
      <p id={labelId} className="px-2 pt-2 pb-1 text-xs font-medium text-ink-faint">
        {label}
      </p>
      {children}
    </fieldset>
  );
}

export interface MenuRadiosProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
}

/** A choice of one option: the menu stays open, so that the effect is visible. */
export function MenuRadios<Value extends string>({ label, value, options, onChange }: MenuRadiosProps<Value>) {
  return (
    <MenuGroup label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          role="menuitemradio"
          tabIndex={-1}
          aria-checked={option.value === value}
          onClick={() => onChange(option.value)}
          onMouseMove={(event) => event.currentTarget.focus()}
          className="menu-item"
        >
          <span className="flex-1">{option.label}</span>
          {option.value === value && <Icon name="check" />}
        </button>
      ))}
    </MenuGroup>
  );
}
