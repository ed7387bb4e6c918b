import { useEffect } from 'react';
import type { Option } from '#components/ui/use-combobox.ts';

interface TypedListProps<Item> {
  /** The id of the text box. */
  box: string;
  label: string;
  /** The status text for a number of items. */
  status: (count: number) => string;
  /** The text if nothing matches the typed word. */
  nothing?: (word: string) => string;
  listId: string;
  items: readonly Item[];
  active: number;
  point: (index: number) => void;
  choose: (item: Item) => void;
  /** The typed word without matches. */
  unanswered: string | null;
}

/** The suggestions after a trigger character in a text box. The box keeps the focus and handles the keys, as a combobox. */
export function TypedList<Item extends Option>(props: TypedListProps<Item>) {
  const { box, label, status, nothing, listId, items, active, point, choose, unanswered } = props;
  const emptyText = unanswered === null ? undefined : nothing?.(unanswered);

  // The text box is rendered elsewhere, so its list is linked here.
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
      <p role="status" className={emptyText ? 'mention-list floating px-3 py-2 text-ink-muted' : 'sr-only'}>
        {emptyText ?? (items.length > 0 && status(items.length))}
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
