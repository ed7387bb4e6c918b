import { useEffect, useEffectEvent, useId, useState } from 'react';
import { flushSync } from 'react-dom';
import { isComposing } from '#components/ui/is-composing.ts';
import type { Option } from '#components/ui/use-combobox.ts';
import { useTypeahead } from '#components/ui/use-typeahead.ts';

/** The text typed after a trigger character, and the position of that character. */
export type Typed = { at: number; words: string };

/** A text with the choice in place of the typed words, and the new caret position. */
export type Written = { text: string; caret: number };

interface TypedListOptions<Item> {
  /** The id of the text box. */
  box: string;
  /** The address that answers `?q=` with options. */
  source: string;
  /** The typed text at the caret; null: nothing for this list. */
  find: (text: string, caret: number) => Typed | null;
  write: (text: string, typed: Typed, item: Item) => Written;
  onChoose: (text: string, item: Item) => void;
}

const boxOf = (id: string) => {
  const box = document.getElementById(id);
  return box instanceof HTMLTextAreaElement ? box : null;
};

/** Watches a text box for a trigger character, searches for the text after it, and inserts the chosen option. */
export function useTypedList<Item extends Option>({ box, source, find, write, onChoose }: TypedListOptions<Item>) {
  const listId = useId();
  const [typed, setTyped] = useState<Typed | null>(null);
  const [dismissed, setDismissed] = useState<number | null>(null);
  const [active, setActive] = useState(0);
  const [isWaited, setWaited] = useState(false);
  const open = typed !== null && typed.at !== dismissed;
  const found = useTypeahead<Item>(source, typed?.words ?? '', open);
  const items = open ? found.items : [];
  const at = Math.min(active, items.length - 1);

  function look() {
    const textBox = boxOf(box);
    if (!textBox) return;
    const isHere = document.activeElement === textBox && textBox.selectionStart === textBox.selectionEnd;
    const now = isHere ? find(textBox.value, textBox.selectionStart) : null;
    if (now?.at !== typed?.at || now?.words !== typed?.words) {
      setTyped(now);
      setActive(0);
      setWaited(false);
    }
    if (now?.at !== dismissed) setDismissed(null);
  }

  function choose(item: Item) {
    const textBox = boxOf(box);
    if (!textBox || !typed) return;
    const { text, caret } = write(textBox.value, typed, item);
    // Synchronously: the user's next key must go after the inserted text.
    flushSync(() => onChoose(text, item));
    textBox.setSelectionRange(caret, caret);
    setTyped(null);
    setWaited(false);
  }

  /** Whether the list handles a key. Results of an earlier search do not count: a choice waits for the new ones. */
  function isForList(event: KeyboardEvent): boolean {
    const item = items[at];
    if (!item || isComposing(event) || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
    if (event.key === 'ArrowDown') setActive(Math.min(at + 1, items.length - 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(at - 1, 0));
    else if (event.key === 'Escape') setDismissed(typed?.at ?? null);
    else if (event.key !== 'Enter' && event.key !== 'Tab') return false;
    else if (found.status === 'ready') choose(item);
    else setWaited(true);
    return true;
  }

  const onLook = useEffectEvent(look);
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!isForList(event)) return;
    event.preventDefault();
    event.stopPropagation();
  });

  useEffect(() => {
    const textBox = boxOf(box);
    const listening = new AbortController();
    const { signal } = listening;
    for (const name of ['input', 'keyup', 'click', 'focus', 'blur'])
      textBox?.addEventListener(name, () => onLook(), { signal });
    textBox?.addEventListener('keydown', (event) => onKey(event), { signal });
    // Handles text typed before this was loaded.
    const missed = setTimeout(() => onLook(), 0);
    return () => {
      clearTimeout(missed);
      listening.abort();
    };
  }, [box]);

  // A choice made during a search gets the option that the search finds for the current position.
  const awaited = isWaited && found.status === 'ready' ? items[at] : undefined;
  const onAwaited = useEffectEvent(choose);
  useEffect(() => {
    if (!awaited) return;
    const deferred = setTimeout(() => onAwaited(awaited), 0);
    return () => clearTimeout(deferred);
  }, [awaited]);

  // No empty message once a second word is typed: the user is writing on.
  const isUnanswered = open && found.status === 'ready' && items.length === 0 && /^\S+$/.test(typed.words);
  return { box, listId, items, active: at, point: setActive, choose, unanswered: isUnanswered ? typed.words : null };
}
