'use client';

import dynamic from 'next/dynamic';
import { SkeletonRows } from '#components/ui/skeleton.tsx';

/** The tab of those whom a record affects, with code of its own, which comes when it is opened. */
export const ImpactTab = dynamic(() => import('./impact-view.tsx').then((module) => module.ImpactView), {
  ssr: false,
  loading: () => <SkeletonRows rows={6} label="Loading the customer impact" />,
});

/** The same of any configuration item, which one chooses there. */
export const AnyItem = dynamic(() => import('./any-item.tsx').then((module) => module.AnyItem), { ssr: false });
