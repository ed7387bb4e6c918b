'use client';

import dynamic from 'next/dynamic';
import { SkeletonRows } from '#components/ui/skeleton.tsx';

/** The tab of the customers whom a record affects; loaded when it is opened. */
export const ImpactTab = dynamic(() => import('./impact-view.tsx').then((module) => module.ImpactView), {
  ssr: false,
  loading: () => <SkeletonRows rows={6} label="Loading the customer impact" />,
});

/** The same for a configuration item that the user chooses there. */
export const AnyItem = dynamic(() => import('./any-item.tsx').then((module) => module.AnyItem), { ssr: false });
