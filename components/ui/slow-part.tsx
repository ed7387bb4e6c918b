import type { ReactNode } from 'react';
import type { Deferred } from './deferred.ts';
import { LazyBoundary } from './lazy-boundary.tsx';

interface SlowPartProps<T> {
  of: Deferred<T>;
  /** The same shape as the content, so that nothing moves when it loads. */
  fallback: ReactNode;
  children: (value: T) => ReactNode;
}

/** A part of a page that may load later than the rest. */
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

/** A tab's count, or space for one digit until it is loaded. */
export function SlowCount({ of }: { of: Deferred<number> }) {
  if ('value' in of) return of.value;
  return (
    <SlowPart of={of} fallback={<span className="invisible">0</span>}>
      {(count) => count}
    </SlowPart>
  );
}
