'use client';

import dynamic from 'next/dynamic';

/** It is far down the page, so its code loads later. */
export const LazySuggestedArticles = dynamic(
  () => import('./suggested-articles.tsx').then((module) => module.SuggestedArticles),
  { ssr: false },
);
