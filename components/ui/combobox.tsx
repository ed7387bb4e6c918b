'use client';

import dynamic from 'next/dynamic';
import { useRef } from 'react';
import { Icon } from './icon.tsx';
import { type Option, useCombobox } from './use-combobox.ts';

// It comes when the box gets the focus. Not for the server to draw: so it has a boundary of its own, and the box is
// not hidden, which would take the focus from it, while it comes.
const loadList = () => import('./combobox-list.tsx');
const ComboboxList = dynamic(() => loadList().then((module) => module.ComboboxList), { ssr: false });

/** What the box is called as long as its list is open; one is at a time. */
const COMBOBOX = '--combobox';

export interface ComboboxProps {
  /** The address that answers `?q=` with options. */
  source: string;
  /** The form field that carries the id of the chosen option. */
  name?: string;
  /** Under what choices are remembered, to be offered first; its address answers `&ids=` with what may still be chosen. */
  recentAs?: string;
  defaultOption?: Option | null;
  onSelect?: (option: Option | null) => void;
  placeholder?: string;
  /** What it says where nothing is found. */
  nothing?: string;
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
  recentAs,
  defaultOption = null,
  onSelect,
  placeholder = 'Type to search',
  nothing,
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
          nothing={nothing}
          recent={recent}
          found={found}
          active={active}
          onFound={box.hear}
          onPoint={box.setActive}
          onChoose={box.choose}
          onAll={() => box.show()}
          anchor={COMBOBOX}
        />
      )}
    </div>
  );
}
