'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { lazy, Suspense, useEffect, useEffectEvent, useState } from 'react';
import { NAVIGATION_EVENT } from './navigation-event.ts';

const PageSkeleton = lazy(() => import('./page-skeleton.tsx'));

/** A page that has not come by then does not come by itself. */
const LONGEST = 20_000;

/** The page that a click leads to; null where the framework does not bring it in this tab. */
function destinationOf(event: MouseEvent): string | null {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  // The framework's links have stopped the browser by now.
  return link && event.defaultPrevented && link.origin === location.origin ? link.href : null;
}

/** Shows at once that a page is on its way: after a moment a line on top, and in the place of another page its shape. */
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
