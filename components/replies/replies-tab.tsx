'use client';

import dynamic from 'next/dynamic';
import { SkeletonRows } from '#components/ui/skeleton.tsx';

/** NOT-8 · The tab of what customers have answered, with code of its own, which comes when it is opened. */
export const RepliesTab = dynamic(() => import('./replies-view.tsx').then((module) => module.RepliesView), {
  ssr: false,
  loading: () => <SkeletonRows rows={6} label="Loading the replies" />,
});
