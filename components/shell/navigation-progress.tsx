'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { lazy, Suspense, useEffect, useEffectEvent, useState } from 'react';
import { NAVIGATION_EVENT } from './navigation-event.ts';

const PageSkeleton = lazy(() => import('./page-skeleton.tsx'));

/** After this time, in milliseconds, a page is no longer expected. */
const LONGEST = 20_000;

/** The page that a click leads to; null if the router does not load it in this tab. */
function destinationOf(event: MouseEvent): string | null {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  // The framework's links have called preventDefault by now.
  return link && event.defaultPrevented && link.origin === location.origin ? link.href : null;
}

/** Shows that a page is loading: after a moment a line on top, then a skeleton of a different page. */
export function NavigationProgress() {
  const pathname = usePathname();
  const here = `${pathname}?${useSearchParams()}`;
  return <NavigationProgressFrom key={here} here={here} pathname={pathname} />;
}

function NavigationProgressFrom({ here, pathname }: { here: string; pathname: string }) {
  const [going, setGoing] = useState<string | null>(null);

  const leave = useEffectEvent((href: string) => {
    const to = new URL(href, location.href);
    if (`${to.pathname}?${to.searchParams}` !== here) setGoing(to.pathname);
  });

  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    const onClick = (event: MouseEvent) => {
      const href = destinationOf(event);
      if (href) leave(href);
    };
    const onGoing = (event: Event) => {
      if (event instanceof CustomEvent) leave(String(event.detail));
    };
    document.addEventListener('click', onClick, { signal });
    document.addEventListener(NAVIGATION_EVENT, onGoing, { signal });
    return () => listening.abort();
  }, []);

  useEffect(() => {
    if (going === null) return;
    const stays = setTimeout(() => setGoing(null), LONGEST);
    return () => clearTimeout(stays);
  }, [going]);

  if (going === null) return null;
  return (
    <div role="status" aria-busy="true">
      <span className="sr-only">Loading</span>
      <span aria-hidden className="fixed inset-x-0 top-0 z-50 h-0.5 animate-soon bg-accent" />
      {going !== pathname && (
        <div className="absolute inset-0 z-20 animate-soon bg-surface px-3 pt-4 lg:px-6">
          <div className="sticky top-[calc(var(--top-bar)+1rem)]">
            <Suspense>
              <PageSkeleton pathname={going} />
            </Suspense>
          </div>
        </div>
      )}
    </div>
  );
}
