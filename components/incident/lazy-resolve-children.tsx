'use client';

import dynamic from 'next/dynamic';

/** Few incidents have children, so its code loads on demand. */
export const ResolveChildren = dynamic(
  () => import('./resolve-children.tsx').then((module) => module.ResolveChildren),
  { ssr: false },
);
