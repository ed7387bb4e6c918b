'use client';

import dynamic from 'next/dynamic';

/** Rarely opened tabs, loaded on demand. Each part shows its own loading state. */
export const LazyTab = dynamic(() => import('./lazy-tabs.tsx').then((module) => module.LazyTabs));
