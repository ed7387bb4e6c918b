import { type ReactNode, Suspense } from 'react';

interface SlowPartProps<T> {
  of: Promise<T>;
  /** In the shape of what comes, so that nothing moves when it does. */
  fallback: ReactNode;
  children: (value: T) => ReactNode;
}

/** A part of a page that may come later than the rest. */
export function SlowPart<T>({ of, fallback, children }: SlowPartProps<T>) {
  return (
    <Suspense fallback={fallback}>
      <Arrived of={of}>{children}</Arrived>
    </Suspense>
  );
}

async function Arrived<T>({ of, children }: Pick<SlowPartProps<T>, 'of' | 'children'>) {
  return children(await of);
}

/** The number of a tab, or room for one digit until it is there. */
export function SlowCount({ of }: { of: Promise<number> }) {
  return (
    <SlowPart of={of} fallback={<span className="invisible">0</span>}>
      {(count) => count}
    </SlowPart>
  );
}
