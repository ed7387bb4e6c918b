import { useEffect, useEffectEvent, useId, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTypeahead } from '#components/ui/use-typeahead.ts';
import type { MentionsProps, Person } from './mentions.tsx';
import { type TypedMention, typedMention, withMention } from './typed-mention.ts';

const nobody: readonly Person[] = [];

const boxOf = (id: string) => {
  const box = document.getElementById(id);
  return box instanceof HTMLTextAreaElement ? box : null;
};

/** Watches a text box for an `@`, searches for what is typed after it, and puts who is chosen into the text. */
export function useMentions({ box, source, mentioned, onMention }: MentionsProps) {
  const listId = useId();
  const [typed, setTyped] = useState<TypedMention | null>(null);
  const [dismissed, setDismissed] = useState<number | null>(null);
  const [active, setActive] = useState(0);
  const open = typed !== null && typed.at !== dismissed;
  const found = useTypeahead<Person>(source, typed?.words ?? '', open);
  const people = open ? found.items : nobody;
  const at = Math.min(active, people.length - 1);

  function look() {
    const textBox = boxOf(box);
    if (!textBox) return;
    const names = mentioned.map(({ label }) => label);
    const isHere = document.activeElement === textBox && textBox.selectionStart === textBox.selectionEnd;
    const now = isHere ? typedMention(textBox.value, textBox.selectionStart, names) : null;
    if (now?.at !== typed?.at || now?.words !== typed?.words) {
      setTyped(now);
      setActive(0);
    }
    if (now?.at !== dismissed) setDismissed(null);
  }

  function choose(person: Person) {
    const textBox = boxOf(box);
    if (!textBox || !typed) return;
    const { text, caret } = withMention(textBox.value, typed, person.label);
    // At once: who types on begins behind the name.
    flushSync(() => onMention(text, person));
    textBox.setSelectionRange(caret, caret);
    setTyped(null);
  }

  /** Whether a key is one for the list. What an earlier search has found is shown and no longer meant. */
  function isForList(event: KeyboardEvent): boolean {
    const person = people[at];
    if (!person || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
    if (event.key === 'ArrowDown') setActive(Math.min(at + 1, people.length - 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(at - 1, 0));
    else if (event.key === 'Escape') setDismissed(typed?.at ?? null);
    else if (event.key !== 'Enter' && event.key !== 'Tab') return false;
    else if (found.status === 'ready') choose(person);
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
    // What was typed before this was there.
    const missed = setTimeout(() => onLook(), 0);
    return () => {
      clearTimeout(missed);
      listening.abort();
    };
  }, [box]);

  const counted = people.length === 1 ? '1 person' : `${people.length} people`;
  const status = people.length > 0 ? `${counted} to mention: arrow keys, then Enter.` : '';
  return { listId, people, active: at, point: setActive, choose, status };
}
