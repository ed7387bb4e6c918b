import type { ReactNode } from 'react';
import type { Deferred } from './deferred.ts';
import { LazyBoundary } from './lazy-boundary.tsx';

interface SlowPartProps<T> {
  of: Deferred<T>;
  /** In the shape of what comes, so that nothing moves when it does. */
  fallback: ReactNode;
  children: (value: T) => ReactNode;
}

/** A part of a page that may come later than the rest. */
export function SlowPart<T>({ of, fallback, children: draw }: SlowPartProps<T>) {
  return (
    <LazyBoundary late={'later' in of} fallback={'later' in of ? fallback : null}>
      {'later' in of ? <Arrived of={of.later}>{draw}</Arrived> : draw(of.value)}
    </LazyBoundary>
  );
}

async function Arrived<T>({ of, children: draw }: { of: Promise<T>; children: (value: T) => ReactNode }) {
  return draw(await of);
}

/** The number of a tab, or room for one digit until it is there. */
export function SlowCount({ of }: { of: Deferred<number> }) {
  if ('value' in of) return of.value;
  return (
    <SlowPart of={of} fallback={<span className="invisible">0</span>}>
      {(count) => count}
    </SlowPart>
  );
}
