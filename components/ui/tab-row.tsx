'use client';

import { clsx } from 'clsx';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Icon } from './icon.tsx';
import { type HiddenSides, hiddenSides, scrollToShow } from './tab-scroll.ts';

interface TabRowProps {
  label: string;
  /** The id of the open tab's element; the row scrolls to it. */
  open: string;
  /** The number of tabs. */
  count: number;
  children: ReactNode;
}

const none: HiddenSides = { before: false, after: false };

/** A row of tabs. Where it hides tabs, its edge fades and an arrow scrolls there; the keys of the tabs reach all of them. */
export function TabRow({ label, open, count, children }: TabRowProps) {
  const row = useRef<HTMLDivElement>(null);
  const [hidden, setHidden] = useState(none);

  useEffect(() => {
    const element = row.current;
    if (!element || count === 0) return;
    const measure = () =>
      setHidden((shown) => {
        const now = hiddenSides(element);
        return now.before === shown.before && now.after === shown.after ? shown : now;
      });
    // The counts of the tabs load later and widen them.
    const observer = new ResizeObserver(measure);
    for (const each of [element, ...element.children]) observer.observe(each);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, [count]);

  // Scrolls the row alone, without moving the page.
  useEffect(() => {
    const tab = document.getElementById(open);
    if (row.current && tab) row.current.scrollLeft += scrollToShow(tab, row.current);
  }, [open]);

  const turn = (pages: number) => {
    const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
    row.current?.scrollBy({ left: pages * row.current.clientWidth, behavior });
  };

  return (
    <div className="relative">
      <div
        ref={row}
        role="tablist"
        aria-label={label}
        className="flex scroll-px-10 gap-4 overflow-x-auto border-b px-1 [scrollbar-width:none]"
      >
        {children}
      </div>
      {hidden.before && <Arrow to="before" onClick={() => turn(-0.7)} />}
      {hidden.after && <Arrow to="after" onClick={() => turn(0.7)} />}
    </div>
  );
}

/** For pointers only: the arrow keys move through the tabs. */
function Arrow({ to, onClick }: { to: keyof HiddenSides; onClick: () => void }) {
  return (
    <button
      type="button"
      aria-hidden
      tabIndex={-1}
      data-more-tabs={to}
      title={to === 'before' ? 'Show the tabs before' : 'Show more tabs'}
      onClick={onClick}
      className={clsx(
        'more-tabs',
        to === 'before' ? 'left-0 justify-start bg-linear-to-r' : 'right-0 justify-end bg-linear-to-l',
      )}
    >
      <Icon name={to === 'before' ? 'chevron-left' : 'chevron-right'} />
    </button>
  );
}
