'use client';

import { type ReactNode, Suspense, useState } from 'react';

interface LateBoundaryProps {
  /** The content may still be loading. */
  late: boolean;
  fallback: ReactNode;
  children: ReactNode;
}

/**
 * A Suspense boundary only if its content was late at first. Content that came with the page needs none: on a refresh it stays
 * until the new content is ready, and without a boundary it is part of the first render.
 */
export function LazyBoundary({ late, fallback, children }: LateBoundaryProps) {
  const [wasLate] = useState(late);
  return wasLate ? <Suspense fallback={fallback}>{children}</Suspense> : children;
}
