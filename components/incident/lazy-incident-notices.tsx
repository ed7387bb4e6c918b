'use client';

import dynamic from 'next/dynamic';

/** Few incidents have notices, so their code loads on demand. */
export const LazyIncidentNotices = dynamic(() =>
  import('./incident-notices.tsx').then((module) => module.IncidentNotices),
);
