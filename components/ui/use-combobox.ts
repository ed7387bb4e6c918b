'use client';

import { type KeyboardEvent, useId, useState } from 'react';
import type { SearchResult } from './use-typeahead.ts';

export interface Option {
  id: string;
  label: string;
  /** Quiet words that tell two of the same name apart. */
  detail?: string;
}

const nothingYet: SearchResult<Option> = { items: [], status: 'loading', retry: () => {} };

/** What is typed, found by the list while it is open, pointed at and chosen; the keys move, choose and close. */
export function useCombobox(initial: Option | null, onSelect?: (option: Option | null) => void) {
  const listId = useId();
  const [chosen, setChosen] = useState<Option | null>(initial);
  const [typed, setTyped] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const [found, setFound] = useState(nothingYet);
  const { items: options, status, retry } = found;
  // What an earlier query found is still shown while the next one is under way, but no longer meant.
  const activeOption = open && status !== 'loading' ? options[active] : undefined;

  function close() {
    setOpen(false);
    setTyped(null);
    setFound(nothingYet);
  }

  function choose(option: Option | null) {
    setChosen(option);
    onSelect?.(option);
    close();
  }

  function show() {
    setActive(0);
    setOpen(true);
  }

  function move(event: KeyboardEvent, to: number) {
    event.preventDefault();
    if (!open) return show();
    setActive(Math.max(0, Math.min(to, options.length - 1)));
    document.getElementById(`${listId}-${to}`)?.scrollIntoView({ block: 'nearest' });
  }

  function handleKey(event: KeyboardEvent) {
    if (event.key === 'ArrowDown') return move(event, active + 1);
    if (event.key === 'ArrowUp') return move(event, active - 1);
    if (!open) return;
    if (event.key === 'Enter') {
      // Enter chooses; it must not send the form around it.
      event.preventDefault();
      if (activeOption) choose(activeOption);
      if (status === 'failed') retry();
    }
    if (event.key === 'Escape') {
      // The list closes, not the dialog it stands in.
      event.preventDefault();
      close();
    }
  }

  function leave() {
    if (typed === '') choose(null);
    else close();
  }

  function type(text: string) {
    setTyped(text);
    show();
  }

  const text = typed ?? chosen?.label ?? '';
  return {
    listId,
    text,
    chosen,
    open,
    typed: typed ?? '',
    found,
    setFound,
    active,
    activeOption,
    setActive,
    choose,
    show,
    type,
    handleKey,
    leave,
  };
}
