'use client';

import dynamic from 'next/dynamic';
import { SkeletonRows } from '#components/ui/skeleton.tsx';

/** The tab of those whom a record affects, with code of its own, which comes when it is opened. */
export const ImpactTab = dynamic(() => import('./impact-view.tsx').then((module) => module.ImpactView), {
  ssr: false,
  loading: () => <SkeletonRows rows={6} label="Loading the customer impact" />,
});

/** The same of a record, with what can be done about the affected. */
export const RecordImpactTab = dynamic(
  () => import('#components/proactive/impact-with-cases.tsx').then((module) => module.ImpactWithCases),
  { ssr: false, loading: () => <SkeletonRows rows={6} label="Loading the customer impact" /> },
);
