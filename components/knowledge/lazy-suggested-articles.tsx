'use client';

import dynamic from 'next/dynamic';

/** It stands far down: its code comes after the page's. */
export const LazySuggestedArticles = dynamic(
  () => import('./suggested-articles.tsx').then((module) => module.SuggestedArticles),
  { ssr: false },
);
