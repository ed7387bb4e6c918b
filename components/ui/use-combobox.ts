'use client';

import { type KeyboardEvent, useId, useState } from 'react';
import { isComposing } from './is-composing.ts';
import { useRecent } from './kept/use-recent.ts';
import type { SearchResult } from './use-typeahead.ts';

export interface Option {
  id: string;
  label: string;
  /** Quiet words that tell two of the same name apart. */
  detail?: string;
}

const nothingYet: SearchResult<Option> = { items: [], status: 'loading', retry: () => {} };

/**
 * What is typed, found by the list while it is open, pointed at and chosen; the keys move, choose and close. Where choices
 * are remembered (`recentAs`), an empty box that gets the focus offers the last ones, of which none is pointed at.
 */
export function useCombobox(initial: Option | null, onSelect?: (option: Option | null) => void, recentAs?: string) {
  const listId = useId();
  const { choices, remember } = useRecent(recentAs);
  const [chosen, setChosen] = useState<Option | null>(initial);
  const [typed, setTyped] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [recent, setRecent] = useState<readonly string[]>([]);
  const [active, setActive] = useState(0);
  const [found, setFound] = useState(nothingYet);
  const { items: options, status, retry } = found;
  const text = typed ?? chosen?.label ?? '';
  // After those that were chosen last comes the way to all the others.
  const last = recent.length > 0 ? options.length : options.length - 1;
  // What an earlier query found is still shown while the next one is under way, but no longer meant.
  const isMeant = open && status !== 'loading' && active >= 0 && active <= last;
  const activeOption = isMeant ? options[active] : undefined;

  function close() {
    setOpen(false);
    setTyped(null);
    setFound(nothingYet);
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

  function hear(result: SearchResult<Option>) {
    setFound(result);
    // None of them can be chosen any more, or here.
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
    // Where nothing is pointed at, it is not the list's.
    if (event.key === 'Enter' && active >= 0) {
      // Enter chooses; it must not send the form around it.
      event.preventDefault();
      if (activeOption) choose(activeOption);
      else if (isMeant) show();
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

  function type(words: string) {
    setTyped(words);
    show();
  }

  const shown = { listId, text, chosen, open, typed: typed ?? '', recent, found, active: isMeant ? active : -1 };
  return { ...shown, hear, setActive, choose, show, enter, type, handleKey, leave };
}
