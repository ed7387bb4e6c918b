'use client';

import { useRef } from 'react';
import { COMBOBOX, ComboboxList } from './combobox-list.tsx';
import { Icon } from './icon.tsx';
import { type Option, useCombobox } from './use-combobox.ts';

export interface ComboboxProps {
  /** The address that answers `?q=` with options. */
  source: string;
  /** The form field that carries the id of the chosen option. */
  name?: string;
  defaultOption?: Option | null;
  onSelect?: (option: Option | null) => void;
  placeholder?: string;
  id?: string;
  required?: boolean;
  disabled?: boolean;
  'aria-label'?: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
}

/** A reference to one of many: type some of it, choose. */
export function Combobox({
  source,
  name,
  defaultOption = null,
  onSelect,
  placeholder = 'Type to search',
  disabled,
  ...control
}: ComboboxProps) {
  const input = useRef<HTMLInputElement>(null);
  const { listId, text, typed, chosen, open, found, active, activeOption, ...box } = useCombobox(
    defaultOption,
    onSelect,
  );

  return (
    <div className="relative">
      {name && <input type="hidden" name={name} value={chosen?.id ?? ''} />}
      <input
        {...control}
        ref={input}
        type="text"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={open ? listId : undefined}
        aria-activedescendant={activeOption ? `${listId}-${active}` : undefined}
        autoComplete="off"
        spellCheck={false}
        disabled={disabled}
        placeholder={placeholder}
        value={text}
        onChange={(event) => box.type(event.target.value)}
        onClick={() => !open && box.show()}
        onKeyDown={box.handleKey}
        onBlur={box.leave}
        className="control control-one"
        style={open ? { anchorName: COMBOBOX } : undefined}
      />
      {chosen && !disabled && !control.required ? (
        <button
          type="button"
          tabIndex={-1}
          aria-label="Clear"
          title="Clear"
          onClick={() => {
            box.choose(null);
            input.current?.focus();
          }}
          className="control-clear"
        >
          <Icon name="x" className="size-3.5" />
        </button>
      ) : (
        <Icon name="chevrons-up-down" className="control-sign" />
      )}
      {open && (
        <ComboboxList
          id={listId}
          source={source}
          query={typed}
          found={found}
          active={activeOption ? active : -1}
          onFound={box.setFound}
          onPoint={box.setActive}
          onChoose={box.choose}
        />
      )}
    </div>
  );
}
