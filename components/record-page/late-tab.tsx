'use client';

import dynamic from 'next/dynamic';

/** What stands in a tab that few open, with code of its own: the page of a record has none of it at first. */
export const LateTab = dynamic(() => import('./late-tabs.tsx').then((module) => module.LateTabs));
