'use client';

import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { type KeyboardEvent, useId, useState } from 'react';
import { Icon } from '#components/ui/icon.tsx';
import { isComposing } from '#components/ui/is-composing.ts';
import { TextInput } from '#components/ui/text-input.tsx';
import type { Hit } from '#lib/search/hit.ts';
import { announceNavigation } from './navigation-event.ts';

// Loaded when something is typed.
const SearchSuggestions = dynamic(() => import('./search-suggestions.tsx').then((module) => module.SearchSuggestions), {
  ssr: false,
});

const BOX = '--search-box';

/** Searches everything from every page: suggests hits while the user types; Enter opens all results. */
export function SearchBox() {
  const router = useRouter();
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [hits, setHits] = useState<readonly Hit[]>([]);
  // No suggestion is active at first: Enter searches for the typed text.
  const [active, setActive] = useState(-1);
  const words = typed.trim();
  const open = isOpen && words !== '';
  const pointedAt = open ? hits[active] : undefined;

  function go({ href }: Hit) {
    setOpen(false);
    setTyped('');
    announceNavigation(href);
    router.push(href);
  }

  function handleKey(event: KeyboardEvent) {
    if (isComposing(event.nativeEvent) || !open) return;
    if (event.key === 'Escape') setOpen(false);
    else if (event.key === 'ArrowDown') setActive(Math.min(active + 1, hits.length - 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(active - 1, -1));
    else if (event.key === 'Enter' && pointedAt) go(pointedAt);
    else return;
    event.preventDefault();
  }

  return (
    <search data-top-search className="w-full max-w-md">
      <form action="/workspace/search" className="relative" style={{ anchorName: BOX }} onSubmit={() => setOpen(false)}>
        <Icon
          name="search"
          className="pointer-events-none absolute top-1/2 left-2 size-4 -translate-y-1/2 text-ink-faint"
        />
        <TextInput
          type="search"
          name="q"
          role="combobox"
          aria-label="Find anything"
          aria-autocomplete="list"
          aria-expanded={open && hits.length > 0}
          aria-controls={open && hits.length > 0 ? listId : undefined}
          aria-activedescendant={pointedAt ? `${listId}-${active}` : undefined}
          placeholder="Find anything"
          autoComplete="off"
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value);
            setActive(-1);
            setOpen(true);
          }}
          onKeyDown={handleKey}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          className="pl-8"
        />
        {open && (
          <SearchSuggestions
            id={listId}
            anchor={BOX}
            source="/api/search"
            words={words}
            active={active}
            onFound={setHits}
            onPoint={setActive}
            onChoose={go}
          />
        )}
      </form>
    </search>
  );
}
