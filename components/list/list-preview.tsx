'use client';

import dynamic from 'next/dynamic';
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { isCovered } from '#components/shell/key-events.ts';
import { usePageActions } from '#components/shell/page-actions.ts';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import type { TaskKind } from '#lib/record/kind.ts';

// Loaded when a record is previewed.
const PreviewPanel = dynamic(() => import('./preview-panel.tsx').then((module) => module.PreviewPanel), { ssr: false });

/** Screens with room for two columns. */
const WIDE = '(min-width: 80rem)';

/** Beside the panel, the list shows only its first columns. */
const besideStyle =
  'grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_24rem] max-[110rem]:[&_.records_:is(th,td):nth-child(n+6)]:hidden';

const links = () => [...document.querySelectorAll<HTMLAnchorElement>('main table a.record-number[data-row-link]')];

/** The row link that has the focus, or whose row contains the focus. */
function focusedLink(): HTMLAnchorElement | undefined {
  const row = document.activeElement?.closest('tr');
  return links().find((link) => link === document.activeElement || row?.contains(link));
}

/** A list with a preview panel beside it on wide screens: the space bar on a row opens and closes the preview. */
export function ListPreview({ kind, empty, children }: { kind: TaskKind; empty: boolean; children: ReactNode }) {
  const [number, setNumber] = useState<string | null>(null);

  function look(link = focusedLink() ?? links()[0]) {
    if (!link || !matchMedia(WIDE).matches) return;
    link.focus();
    setNumber(link.textContent);
  }

  function step(by: 1 | -1) {
    const all = links();
    const here = all.findIndex(({ textContent }) => textContent === number);
    look(all[Math.max(0, Math.min(here + by, all.length - 1))]);
  }

  /** Handles a key; true: it was for the preview. */
  function handle({ key, target }: KeyboardEvent): boolean {
    const onLink = target instanceof Element && target.matches('[data-row-link]');
    if (!onLink || isCovered()) return false;
    if (key === ' ' && number !== focusedLink()?.textContent) look();
    else if (key === ' ') setNumber(null);
    else if (number && key === 'ArrowDown') step(1);
    else if (number && key === 'ArrowUp') step(-1);
    else if (number && key === 'Escape') setNumber(null);
    else return false;
    return matchMedia(WIDE).matches;
  }

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (!event.defaultPrevented && !event.ctrlKey && !event.metaKey && !event.altKey && handle(event))
      event.preventDefault();
  });
  /** `j` and `k` move through the rows as well. */
  const onFocus = useEffectEvent(() => {
    const link = number && focusedLink();
    if (link) setNumber(link.textContent);
  });
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    document.addEventListener('keydown', (event) => onKeyDown(event), { signal });
    document.addEventListener('focusin', () => onFocus(), { signal });
    return () => listening.abort();
  }, []);

  const toggle = () => (number ? setNumber(null) : look());
  usePageActions([
    { label: 'Preview', key: 'v', otherKeys: ['Space'], run: toggle },
    ...(number
      ? [
          { label: 'Preview the next row', otherKeys: ['↓'], run: () => step(1) },
          { label: 'Preview the previous row', otherKeys: ['↑'], run: () => step(-1) },
        ]
      : []),
  ]);

  return (
    <div className={number ? besideStyle : undefined}>
      <div className="min-w-0">
        {!empty && (
          <div className="mb-1 hidden justify-end xl:flex">
            <Button size="s" variant="quiet" icon={<Icon name="eye" />} aria-pressed={number !== null} onClick={toggle}>
              Preview
            </Button>
          </div>
        )}
        {children}
      </div>
      {number && <PreviewPanel kind={kind} number={number} onClose={() => setNumber(null)} />}
    </div>
  );
}
