'use client';

import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { isComposing } from './is-composing.ts';
import { LoadFailed } from './load-failed.tsx';
import { TextInput } from './text-input.tsx';
import { useTypeahead } from './use-typeahead.ts';

export interface Pickable {
  id: string;
  title: string;
  /** The item's group heading; empty for none. */
  group: string;
}

interface SearchPickerProps<Item extends Pickable> {
  label: string;
  searchLabel: string;
  /** The address that answers `?q=`, ordered by group. */
  source: string;
  /** Text shown without matches. */
  empty: string;
  chosen: string;
  onChoose: (item: Item) => void;
  row: (item: Item) => ReactNode;
}

/**
 * Chooses one of many items, found by search and grouped under headings. Arrow Down moves from the box into the results, where
 * the arrow keys choose; Enter keeps the choice and does not submit the form around it.
 */
export function SearchPicker<Item extends Pickable>(props: SearchPickerProps<Item>) {
  const { label, searchLabel, source, empty, chosen, onChoose, row } = props;
  const [query, setQuery] = useState('');
  const { items, status, retry } = useTypeahead<Item>(source, query, true);
  const name = useId();
  const list = useRef<HTMLFieldSetElement>(null);
  const groups = Map.groupBy(items, ({ group }) => group);

  function handleKey(event: KeyboardEvent) {
    if (event.key === 'Enter') event.preventDefault();
    if (isComposing(event.nativeEvent)) return;
    // Results of an earlier query cannot be chosen.
    if (event.key !== 'ArrowDown' || status !== 'ready') return;
    event.preventDefault();
    const [first, ...others] = list.current?.querySelectorAll<HTMLInputElement>('input') ?? [];
    const wanted = others.find(({ checked }) => checked) ?? first;
    wanted?.focus();
    wanted?.click();
  }

  return (
    <>
      <TextInput
        type="search"
        aria-label={searchLabel}
        placeholder={searchLabel}
        value={query}
        onChange={({ target }) => setQuery(target.value)}
        onKeyDown={handleKey}
      />
      <fieldset
        ref={list}
        className="relative mt-3 h-72 overflow-y-auto rounded-md border"
        aria-busy={status === 'loading'}
      >
        <legend className="sr-only">{label}</legend>
        {[...groups].map(([group, members]) => (
          <fieldset key={group}>
            <legend className="sr-only">{group || label}</legend>
            {(group || groups.size > 1) && (
              <p
                aria-hidden
                className="sticky top-0 z-10 border-b bg-sunken px-3 py-1 text-sm font-medium text-ink-muted"
              >
                {group || label}
              </p>
            )}
            {members.map((item) => (
              <label
                key={item.id}
                className="grid cursor-pointer grid-cols-[auto_1fr_auto] items-center gap-x-3 border-b px-3 py-2 hover:bg-sunken has-checked:bg-accent-soft"
              >
                <input
                  type="radio"
                  name={name}
                  checked={chosen === item.id}
                  onChange={() => onChoose(item)}
                  onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
                />
                {row(item)}
              </label>
            ))}
          </fieldset>
        ))}
        {status === 'failed' && (
          <div className="p-3">
            <LoadFailed onRetry={retry}>Couldn't search.</LoadFailed>
          </div>
        )}
        {items.length === 0 && (
          <p aria-live="polite" className="p-4 text-ink-muted empty:hidden">
            {status === 'loading' && 'Searching…'}
            {status === 'ready' && empty}
          </p>
        )}
      </fieldset>
    </>
  );
}
