import dynamic from 'next/dynamic';

const NoMentions = () => null;

/** It comes when somebody writes; where there is no network then, one writes without it. */
export const LateMentions = dynamic(
  () =>
    import('./mentions.tsx').then(
      (module) => module.Mentions,
      () => NoMentions,
    ),
  { ssr: false },
);
