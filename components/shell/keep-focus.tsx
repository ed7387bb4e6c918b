'use client';

import { useEffect } from 'react';

const PLACES = 'dialog, fieldset, [role="tabpanel"], section';

/** The containers of an element, innermost first. */
function placesOf(element: Element): HTMLElement[] {
  const place = element.parentElement?.closest<HTMLElement>(PLACES);
  return place ? [place, ...placesOf(place)] : [];
}

/**
 * A button may disappear with its own action, such as *Accept* or *Associate Incident*. The focus then moves to the nearest
 * remaining container, or to the page's heading, and not back to the top of the page.
 */
export function KeepFocus() {
  useEffect(() => {
    const page = document.getElementById('main');
    if (!page) return;
    let last: { element: Element; places: HTMLElement[] } | null = null;
    const leaving = new AbortController();
    const { signal } = leaving;

    const enter = ({ target }: FocusEvent) => {
      last = target instanceof Element && target !== page ? { element: target, places: placesOf(target) } : null;
    };
    const leave = ({ target }: FocusEvent) =>
      // Only after the event it is known whether the element was left or removed.
      setTimeout(() => {
        const isLeft = target instanceof Element && target.isConnected && target !== document.activeElement;
        if (isLeft && last?.element === target) last = null;
      });
    const look = () => {
      if (!last || last.element.isConnected || document.activeElement !== document.body) return;
      const place = last.places.find(({ isConnected }) => isConnected) ?? page.querySelector<HTMLElement>('h1');
      last = null;
      if (!place) return;
      place.tabIndex = -1;
      place.focus({ preventScroll: true });
    };

    page.addEventListener('focusin', enter, { signal });
    page.addEventListener('focusout', leave, { signal });
    const watch = new MutationObserver(look);
    watch.observe(page, { childList: true, subtree: true });
    return () => {
      leaving.abort();
      watch.disconnect();
    };
  }, []);
  return null;
}
