'use client';

import dynamic from 'next/dynamic';
import { SkeletonRows } from '#components/ui/skeleton.tsx';

/** A tab that few open: of its code the page of a record knows nothing but where it is. */
export const LateTab = dynamic(() => import('./late-tabs.tsx').then((module) => module.LateTabs), {
  loading: () => <SkeletonRows rows={6} label="Loading the tab" />,
});
