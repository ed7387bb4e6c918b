'use client';

import { useEffect } from 'react';

const PLACES = 'dialog, fieldset, [role="tabpanel"], section';

/** What an element stands in, the nearest first. */
function placesOf(element: Element): HTMLElement[] {
  const place = element.parentElement?.closest<HTMLElement>(PLACES);
  return place ? [place, ...placesOf(place)] : [];
}

/**
 * A button that does its work may go with it, such as *Accept* or *Associate Incident*. The focus that was on it then
 * goes to what is left of what it stood in, or else to the heading of the page, and not back to the beginning.
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
      // Whether it was left or taken away can be seen only after the event.
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
