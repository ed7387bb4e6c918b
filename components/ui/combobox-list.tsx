import { useEffect, useEffectEvent } from 'react';
import { Button } from './button.tsx';
import { ComboboxRow } from './combobox-row.tsx';
import type { Option } from './use-combobox.ts';
import { type SearchResult, useTypeahead } from './use-typeahead.ts';

export interface ComboboxListProps {
  id: string;
  /** The CSS anchor name of the text box. */
  anchor: string;
  /** The address that answers `?q=` with options; it may have other parameters. */
  source: string;
  query: string;
  /** Text shown without matches. */
  emptyText?: string | undefined;
  /** The ids of recent choices, offered first; empty: offers all options. */
  recent: readonly string[];
  found: SearchResult<Option>;
  active: number;
  onFound: (found: SearchResult<Option>) => void;
  onPoint: (index: number) => void;
  onChoose: (option: Option) => void;
  /** Shows all options instead of the recent choices. */
  onAll: () => void;
}

const statusTexts: Record<SearchResult<Option>['status'], string> = {
  loading: 'Searching…',
  ready: 'Nothing found.',
  failed: "Couldn't search.",
};

/**
 * Searches for a combobox while it is open, and shows the options. Recent choices have their own heading, as far as the server
 * still offers them. The text box keeps the focus and handles the keys.
 */
export function ComboboxList({
  id,
  anchor,
  source,
  query,
  emptyText,
  recent,
  found: { items: options, status, retry },
  active,
  onFound,
  onPoint,
  onChoose,
  onAll,
}: ComboboxListProps) {
  const isRecent = recent.length > 0;
  const result = useTypeahead<Option>(isRecent ? `${source}&ids=${recent.join(',')}` : source, query, true);
  const report = useEffectEvent(onFound);
  useEffect(() => report(result), [result]);
  // The user has not searched yet: shows no loading state.
  if (isRecent && options.length === 0) return null;
  const row = (index: number) => ({ id: `${id}-${index}`, pointedAt: index === active, onPoint: () => onPoint(index) });
  return (
    // Wide enough to read, however narrow the box is, and on the side with enough space.
    <div
      style={{ positionAnchor: anchor }}
      className="floating fixed z-30 float-start w-80 supports-[position-area:bottom]:w-[max(20rem,anchor-size(width))]"
    >
      <div
        id={id}
        role="listbox"
        aria-label={isRecent ? 'Recent' : 'Suggestions'}
        tabIndex={-1}
        hidden={options.length === 0}
        // The focus stays in the text box, also when the list is scrolled.
        onMouseDown={(event) => event.preventDefault()}
        className="max-h-64 overflow-y-auto p-1"
      >
        {isRecent && (
          <div role="presentation" className="px-2 pt-1 pb-0.5 text-xs font-medium text-ink-faint">
            Recent
          </div>
        )}
        {options.map((option, index) => (
          <ComboboxRow key={option.id} {...row(index)} onChoose={() => onChoose(option)}>
            <span>{option.label}</span>
            {option.detail && <span className="text-sm text-ink-faint">{option.detail}</span>}
          </ComboboxRow>
        ))}
        {isRecent && (
          <ComboboxRow {...row(options.length)} onChoose={onAll}>
            <span className="text-ink-muted">Show all</span>
          </ComboboxRow>
        )}
      </div>
      {options.length === 0 && (
        <div className="flex items-center gap-2 px-3 py-2 text-ink-muted">
          <p aria-live="polite" className="min-w-0 flex-1">
            {(status === 'ready' && emptyText) || statusTexts[status]}
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
