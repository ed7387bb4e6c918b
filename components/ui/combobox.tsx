'use client';

import dynamic from 'next/dynamic';
import { useRef } from 'react';
import { Icon } from './icon.tsx';
import { type Option, useCombobox } from './use-combobox.ts';

// Loaded when the box gets the focus. `ssr: false` adds a Suspense boundary around the list only: otherwise
// the box would be hidden while the list loads, and lose the focus.
const loadList = () => import('./combobox-list.tsx');
const ComboboxList = dynamic(() => loadList().then((module) => module.ComboboxList), { ssr: false });

/** The CSS anchor name of the box while its list is open; only one is open at a time. */
const COMBOBOX = '--combobox';

export interface ComboboxProps {
  /** The address that answers `?q=` with options. */
  source: string;
  /** The form field that carries the id of the chosen option. */
  name?: string;
  /** The key of recent choices, offered first; the address answers `&ids=` with those that are still allowed. */
  recentAs?: string;
  defaultOption?: Option | null;
  onSelect?: (option: Option | null) => void;
  placeholder?: string;
  /** Text shown without matches. */
  emptyText?: string;
  id?: string;
  required?: boolean;
  disabled?: boolean;
  'aria-label'?: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
}

/** Chooses one of many records by typing part of its name. */
export function Combobox({
  source,
  name,
  recentAs,
  defaultOption = null,
  onSelect,
  placeholder = 'Type to search',
  emptyText,
  disabled,
  ...control
}: ComboboxProps) {
  const input = useRef<HTMLInputElement>(null);
  const { listId, text, typed, chosen, open, recent, found, active, ...box } = useCombobox(
    defaultOption,
    onSelect,
    recentAs,
  );

  function enter() {
    void loadList();
    box.enter();
  }

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
        aria-activedescendant={active >= 0 ? `${listId}-${active}` : undefined}
        autoComplete="off"
        spellCheck={false}
        disabled={disabled}
        placeholder={placeholder}
        value={text}
        onChange={(event) => box.type(event.target.value)}
        onFocus={enter}
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
          emptyText={emptyText}
          recent={recent}
          found={found}
          active={active}
          onFound={box.receive}
          onPoint={box.setActive}
          onChoose={box.choose}
          onAll={() => box.show()}
          anchor={COMBOBOX}
        />
      )}
    </div>
  );
}
