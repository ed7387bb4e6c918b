'use client';

import { useEffect } from 'react';
import type { Option } from '#components/ui/use-combobox.ts';
import { useMentions } from './use-mentions.ts';

/** Somebody who can be mentioned. */
export type Person = Option;

export interface MentionsProps {
  /** The id of the text box. */
  box: string;
  /** The address that answers `?q=` with people. */
  source: string;
  /** Those who are mentioned in the text already. */
  mentioned: readonly Person[];
  /** Somebody was chosen: the text with the name in it. */
  onMention: (text: string, person: Person) => void;
}

/** Whom an `@` in a text box offers. The box keeps the focus and has the keys, as that of a combobox. */
export function Mentions(props: MentionsProps) {
  const { listId, people, active, point, choose, status } = useMentions(props);

  // The text box is drawn by what is there before this, and is told here of the list that it has.
  useEffect(() => {
    const textBox = document.getElementById(props.box);
    const list = {
      'aria-autocomplete': 'list',
      'aria-controls': listId,
      'aria-activedescendant': `${listId}-${active}`,
    };
    if (!textBox || people.length === 0) return;
    for (const [name, value] of Object.entries(list)) textBox.setAttribute(name, value);
    return () => {
      for (const name of Object.keys(list)) textBox.removeAttribute(name);
    };
  }, [props.box, listId, active, people.length]);

  return (
    <>
      <p role="status" className="sr-only">
        {status}
      </p>
      <div
        id={listId}
        role="listbox"
        aria-label="People to mention"
        tabIndex={-1}
        hidden={people.length === 0}
        // The focus stays in the text box.
        onMouseDown={(event) => event.preventDefault()}
        className="mention-list floating"
      >
        {people.map((person, index) => (
          <div
            key={person.id}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onMouseMove={() => point(index)}
            onMouseUp={() => choose(person)}
            className="flex min-h-8 flex-col justify-center rounded-sm px-2 py-1 wrap-anywhere aria-selected:bg-sunken pointer-coarse:min-h-10"
          >
            <span>{person.label}</span>
            {person.detail && <span className="text-sm text-ink-faint">{person.detail}</span>}
          </div>
        ))}
      </div>
    </>
  );
}
