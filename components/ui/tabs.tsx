'use client';

import { clsx } from 'clsx';
import { type KeyboardEvent, type ReactNode, useId } from 'react';
import { TabRow } from './tab-row.tsx';

export interface Tab {
  id: string;
  label: string;
  count?: ReactNode;
  panel: ReactNode;
  /** On wide screens its panel is beside the tabs and its tab is hidden; the first tab is then shown instead. */
  narrow?: { panelId: string };
}

export interface TabsProps {
  label: string;
  tabs: readonly Tab[];
  /** The id of the tab that is shown. */
  tab: string;
  onTabChange: (id: string) => void;
}

/** Several views of one subject. All stay mounted, so that drafts survive a change of tab. */
export function Tabs({ label, tabs, tab, onTabChange }: TabsProps) {
  const prefix = useId();
  const besideShown = tabs.some(({ id, narrow }) => narrow && id === tab);

  function handleKey(event: KeyboardEvent<HTMLElement>) {
    const here = tabs.findIndex(({ id }) => id === tab);
    const targets: Record<string, Tab | undefined> = {
      ArrowRight: tabs[here + 1] ?? tabs[0],
      ArrowLeft: tabs.at(here - 1),
      Home: tabs[0],
      End: tabs.at(-1),
    };
    const target = targets[event.key];
    if (!target) return;
    event.preventDefault();
    onTabChange(target.id);
    document.getElementById(`${prefix}${target.id}-tab`)?.focus();
  }

  return (
    <div>
      <TabRow label={label} open={`${prefix}${tab}-tab`} count={tabs.length}>
        {tabs.map(({ id, label: name, count, narrow }) => (
          <button
            key={id}
            id={`${prefix}${id}-tab`}
            type="button"
            role="tab"
            aria-selected={id === tab}
            aria-controls={narrow?.panelId ?? `${prefix}${id}-panel`}
            tabIndex={id === tab ? 0 : -1}
            onClick={() => onTabChange(id)}
            onKeyDown={handleKey}
            className={narrow ? 'tab lg:hidden' : 'tab'}
          >
            {name}
            {count !== undefined && (
              <span aria-hidden className="text-sm font-normal text-ink-faint">
                {typeof count === 'number' ? count.toLocaleString('en') : count}
              </span>
            )}
          </button>
        ))}
      </TabRow>
      {tabs.map(
        ({ id, panel, narrow }, index) =>
          !narrow && (
            <div
              key={id}
              id={`${prefix}${id}-panel`}
              role="tabpanel"
              aria-labelledby={`${prefix}${id}-tab`}
              hidden={id !== tab && !(index === 0 && besideShown)}
              className={clsx('pt-3', index === 0 && besideShown && 'max-lg:hidden')}
            >
              {panel}
            </div>
          ),
      )}
    </div>
  );
}
