'use client';

import { type KeyboardEvent, useId, useState } from 'react';
import { useRecent } from './drafts/use-recent.ts';
import { isComposing } from './is-composing.ts';
import type { SearchResult } from './use-typeahead.ts';

export interface Option {
  id: string;
  label: string;
  /** Muted text that tells options of the same name apart. */
  detail?: string;
}

const loading: SearchResult<Option> = { items: [], status: 'loading', retry: () => {} };

/**
 * The state of a combobox: text, options, active option and choice; keys move, choose and close. With `recentAs`, an empty box
 * that gets the focus offers recent choices, none of them active.
 */
export function useCombobox(initial: Option | null, onSelect?: (option: Option | null) => void, recentAs?: string) {
  const listId = useId();
  const { choices, remember } = useRecent(recentAs);
  const [chosen, setChosen] = useState<Option | null>(initial);
  const [typed, setTyped] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [recent, setRecent] = useState<readonly string[]>([]);
  const [active, setActive] = useState(0);
  const [found, setFound] = useState(loading);
  const { items: options, status, retry } = found;
  const text = typed ?? chosen?.label ?? '';
  // After the recent choices comes the button that shows all options.
  const last = recent.length > 0 ? options.length : options.length - 1;
  // Options of an earlier query are still shown during the next one, but cannot be chosen.
  const isMeant = open && status !== 'loading' && active >= 0 && active <= last;
  const activeOption = isMeant ? options[active] : undefined;

  function close() {
    setOpen(false);
    setTyped(null);
    setFound(loading);
  }

  function choose(option: Option | null) {
    setChosen(option);
    if (option) remember(option.id);
    onSelect?.(option);
    close();
  }

  function show(only: readonly string[] = []) {
    setRecent(only);
    setActive(only.length > 0 ? -1 : 0);
    setOpen(true);
  }

  function enter() {
    const ids = text === '' && !open ? choices() : [];
    if (ids.length > 0) show(ids);
  }

  function receive(result: SearchResult<Option>) {
    setFound(result);
    // None of the recent choices is still allowed here.
    if (recent.length > 0 && result.status !== 'loading' && result.items.length === 0) close();
  }

  function move(event: KeyboardEvent, to: number) {
    event.preventDefault();
    if (!open) return show();
    setActive(Math.max(0, Math.min(to, last)));
    document.getElementById(`${listId}-${to}`)?.scrollIntoView({ block: 'nearest' });
  }

  function handleKey(event: KeyboardEvent) {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'ArrowDown') return move(event, active + 1);
    if (event.key === 'ArrowUp') return move(event, active - 1);
    if (!open) return;
    // Without an active option, Enter is not for the list.
    if (event.key === 'Enter' && active >= 0) {
      // Enter chooses the option and must not submit the form.
      event.preventDefault();
      if (activeOption) choose(activeOption);
      else if (isMeant) show();
      if (status === 'failed') retry();
    }
    if (event.key === 'Escape') {
      // Closes the list, not the dialog around it.
      event.preventDefault();
      close();
    }
  }

  function leave() {
    if (typed === '') choose(null);
    else close();
  }

  function type(words: string) {
    setTyped(words);
    show();
  }

  const shown = { listId, text, chosen, open, typed: typed ?? '', recent, found, active: isMeant ? active : -1 };
  return { ...shown, receive, setActive, choose, show, enter, type, handleKey, leave };
}
