import { useEffect } from 'react';
import { Button } from './button.tsx';
import type { Option } from './use-combobox.ts';
import { type SearchResult, useTypeahead } from './use-typeahead.ts';

export interface ComboboxListProps {
  id: string;
  /** The address that answers `?q=` with options, and what is asked of it. */
  source: string;
  query: string;
  found: SearchResult<Option>;
  active: number;
  onFound: (found: SearchResult<Option>) => void;
  onPoint: (index: number) => void;
  onChoose: (option: Option) => void;
}

/** What the box is called as long as its list is open; one is at a time. */
export const COMBOBOX = '--combobox';

const words: Record<SearchResult<Option>['status'], string> = {
  loading: 'Searching…',
  ready: 'Nothing found.',
  failed: 'The search did not answer.',
};

/** Searches for a combobox while it is open, and shows what is found. The text box keeps the focus and has the keys. */
export function ComboboxList({
  id,
  source,
  query,
  found: { items: options, status, retry },
  active,
  onFound,
  onPoint,
  onChoose,
}: ComboboxListProps) {
  const result = useTypeahead<Option>(source, query, true);
  useEffect(() => onFound(result), [onFound, result]);
  return (
    // Wide enough to be read, however narrow its box is, and on the side where there is room.
    <div
      style={{ positionAnchor: COMBOBOX }}
      className="floating fixed z-30 float-start w-80 supports-[position-area:bottom]:w-[max(20rem,anchor-size(width))]"
    >
      <div
        id={id}
        role="listbox"
        aria-label="Suggestions"
        tabIndex={-1}
        hidden={options.length === 0}
        // The focus stays in the text box, also when the list is scrolled.
        onMouseDown={(event) => event.preventDefault()}
        className="max-h-64 overflow-y-auto p-1"
      >
        {options.map((option, index) => (
          <div
            key={option.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onMouseMove={() => onPoint(index)}
            onMouseUp={() => onChoose(option)}
            className="flex min-h-8 flex-col justify-center rounded-sm px-2 py-1 wrap-anywhere aria-selected:bg-sunken"
          >
            <span>{option.label}</span>
            {option.detail && <span className="text-sm text-ink-faint">{option.detail}</span>}
          </div>
        ))}
      </div>
      {options.length === 0 && (
        <div className="flex items-center gap-2 px-3 py-2 text-ink-muted">
          <p aria-live="polite" className="min-w-0 flex-1">
            {words[status]}
          </p>
          {status === 'failed' && (
            // Enter in the text box does the same.
            <Button size="s" tabIndex={-1} onMouseDown={(event) => event.preventDefault()} onClick={retry}>
              Retry
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
