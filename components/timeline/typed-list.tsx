import { useEffect } from 'react';
import type { Option } from '#components/ui/use-combobox.ts';

interface TypedListProps<Item> {
  /** The id of the text box. */
  box: string;
  label: string;
  /** What is said of so many of them. */
  status: (count: number) => string;
  /** What is said where there is none for the word that was typed. */
  nothing?: (word: string) => string;
  listId: string;
  items: readonly Item[];
  active: number;
  point: (index: number) => void;
  choose: (item: Item) => void;
  /** The word for which there is none. */
  unanswered: string | null;
}

/** What a sign in a text box offers. The box keeps the focus and has the keys, as that of a combobox. */
export function TypedList<Item extends Option>(props: TypedListProps<Item>) {
  const { box, label, status, nothing, listId, items, active, point, choose, unanswered } = props;
  const said = unanswered === null ? undefined : nothing?.(unanswered);

  // The text box is drawn by what is there before this, and is told here of the list that it has.
  useEffect(() => {
    const textBox = document.getElementById(box);
    const list = {
      'aria-autocomplete': 'list',
      'aria-controls': listId,
      'aria-activedescendant': `${listId}-${active}`,
    };
    if (!textBox || items.length === 0) return;
    for (const [name, value] of Object.entries(list)) textBox.setAttribute(name, value);
    return () => {
      for (const name of Object.keys(list)) textBox.removeAttribute(name);
    };
  }, [box, listId, active, items.length]);

  return (
    <>
      <p role="status" className={said ? 'mention-list floating px-3 py-2 text-ink-muted' : 'sr-only'}>
        {said ?? (items.length > 0 && status(items.length))}
      </p>
      <div
        id={listId}
        role="listbox"
        aria-label={label}
        tabIndex={-1}
        hidden={items.length === 0}
        // The focus stays in the text box.
        onMouseDown={(event) => event.preventDefault()}
        className="mention-list floating"
      >
        {items.map((item, index) => (
          <div
            key={item.id}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onMouseMove={() => point(index)}
            onMouseUp={() => choose(item)}
            className="flex min-h-8 flex-col justify-center rounded-sm px-2 py-1 wrap-anywhere aria-selected:bg-sunken pointer-coarse:min-h-10"
          >
            <span>{item.label}</span>
            {item.detail && <span className="text-sm text-ink-faint">{item.detail}</span>}
          </div>
        ))}
      </div>
    </>
  );
}
