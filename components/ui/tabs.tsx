'use client';

import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { ShowPanel } from './show-panel.ts';

export interface Tab {
  id: string;
  label: string;
  count?: ReactNode;
  panel: ReactNode;
}

export interface TabsProps {
  label: string;
  tabs: readonly Tab[];
  defaultTab?: string;
  tab?: string;
  onTabChange?: (id: string) => void;
}

/** Several views of one thing. All of them stay mounted, so that nothing typed is lost by looking elsewhere. */
export function Tabs({ label, tabs, defaultTab = tabs[0]?.id, tab, onTabChange }: TabsProps) {
  const prefix = useId();
  const [own, setOwn] = useState(defaultTab);
  const shown = tab ?? own;

  function show(id: string) {
    setOwn(id);
    onTabChange?.(id);
  }

  function handleKey(event: KeyboardEvent<HTMLElement>) {
    const here = tabs.findIndex(({ id }) => id === shown);
    const targets: Record<string, Tab | undefined> = {
      ArrowRight: tabs[here + 1] ?? tabs[0],
      ArrowLeft: tabs.at(here - 1),
      Home: tabs[0],
      End: tabs.at(-1),
    };
    const target = targets[event.key];
    if (!target) return;
    event.preventDefault();
    show(target.id);
    document.getElementById(`${prefix}${target.id}-tab`)?.focus();
  }

  return (
    <div>
      <div role="tablist" aria-label={label} className="flex gap-4 overflow-x-auto border-b px-1">
        {tabs.map(({ id, label: name, count }) => (
          <button
            key={id}
            id={`${prefix}${id}-tab`}
            type="button"
            role="tab"
            aria-selected={id === shown}
            aria-controls={`${prefix}${id}-panel`}
            tabIndex={id === shown ? 0 : -1}
            onClick={() => show(id)}
            onKeyDown={handleKey}
            className="tab"
          >
            {name}
            {count !== undefined && (
              <span aria-hidden className="text-sm font-normal text-ink-faint">
                {count}
              </span>
            )}
          </button>
        ))}
      </div>
      {tabs.map(({ id, panel }) => (
        <div
          key={id}
          id={`${prefix}${id}-panel`}
          role="tabpanel"
          aria-labelledby={`${prefix}${id}-tab`}
          hidden={id !== shown}
          className="pt-4"
        >
          <ShowPanel value={() => show(id)}>{panel}</ShowPanel>
        </div>
      ))}
    </div>
  );
}
