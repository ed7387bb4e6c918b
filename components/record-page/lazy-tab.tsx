'use client';

import dynamic from 'next/dynamic';

/** A tab that few open: of its code the page of a record knows nothing but where it is. Each part of it says that it loads. */
export const LazyTab = dynamic(() => import('./lazy-tabs.tsx').then((module) => module.LazyTabs));
