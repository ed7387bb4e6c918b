'use client';

import dynamic from 'next/dynamic';

/** Above few incidents there is something to say: the page of a record knows nothing of it but where it is. */
export const LazyIncidentNotices = dynamic(() =>
  import('./incident-notices.tsx').then((module) => module.IncidentNotices),
);
