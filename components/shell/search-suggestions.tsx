import { useEffect, useEffectEvent } from 'react';
import { MarkedText } from '#components/search/marked-text.tsx';
import { ComboboxRow } from '#components/ui/combobox-row.tsx';
import { useTypeahead } from '#components/ui/use-typeahead.ts';
import type { Hit } from '#lib/search/hit.ts';

interface SearchSuggestionsProps {
  id: string;
  /** The CSS anchor name of the search box. */
  anchor: string;
  source: string;
  words: string;
  active: number;
  onFound: (hits: readonly Hit[]) => void;
  onPoint: (index: number) => void;
  onChoose: (hit: Hit) => void;
}

/** The first hits for the text in the search box, which keeps the focus and handles the keys. */
export function SearchSuggestions(props: SearchSuggestionsProps) {
  const { id, anchor, source, words, active, onFound, onPoint, onChoose } = props;
  const { items, status } = useTypeahead<Hit>(source, words, true);
  const report = useEffectEvent(onFound);
  // Hits of an earlier query no longer count.
  useEffect(() => report(status === 'ready' ? items : []), [items, status]);
  return (
    <div
      style={{ positionAnchor: anchor }}
      className="floating fixed z-40 float-start max-h-[70dvh] w-[min(32rem,calc(100vw-1rem))] overflow-y-auto p-1"
    >
      <div
        id={id}
        role="listbox"
        aria-label="Suggestions"
        tabIndex={-1}
        hidden={items.length === 0}
        onMouseDown={(event) => event.preventDefault()}
      >
        {items.map((hit, index) => (
          <ComboboxRow
            key={hit.href}
            id={`${id}-${index}`}
            pointedAt={index === active}
            onPoint={() => onPoint(index)}
            onChoose={() => onChoose(hit)}
          >
            <span className="flex gap-2">
              <span className="min-w-0 flex-1 truncate">
                {hit.number && <span className="record-number mr-2 text-ink-muted">{hit.number}</span>}
                <MarkedText pieces={hit.title} />
              </span>
              <span className="shrink-0 text-sm text-ink-faint">{hit.state?.label ?? hit.label}</span>
            </span>
          </ComboboxRow>
        ))}
      </div>
      {items.length === 0 && (
        <p aria-live="polite" className="px-2 py-1.5 text-ink-muted">
          {status === 'loading' && 'Searching…'}
          {status === 'ready' && 'Nothing found.'}
          {status === 'failed' && "Couldn't search. Press Enter to try again."}
        </p>
      )}
    </div>
  );
}
