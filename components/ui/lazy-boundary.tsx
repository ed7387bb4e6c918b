'use client';

import { type ReactNode, Suspense, useState } from 'react';

interface LateBoundaryProps {
  /** What is in it may not be there yet. */
  late: boolean;
  fallback: ReactNode;
  children: ReactNode;
}

/**
 * A place that waits for what is in it only where that came late at first. What came with the page needs none: when it is
 * shown anew it stays until the new one is there, and without a boundary it is part of the page's first draft.
 */
export function LazyBoundary({ late, fallback, children }: LateBoundaryProps) {
  const [wasLate] = useState(late);
  return wasLate ? <Suspense fallback={fallback}>{children}</Suspense> : children;
}
