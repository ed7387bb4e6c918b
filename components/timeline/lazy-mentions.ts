import dynamic from 'next/dynamic';

const NoList = () => null;

/** It comes when somebody writes; where there is no network then, one writes without it. */
export const LazyMentions = dynamic(
  () =>
    import('./mentions.tsx').then(
      (module) => module.Mentions,
      () => NoList,
    ),
  { ssr: false },
);

/** The same of reply templates. */
export const LazyReplyTemplates = dynamic(
  () =>
    import('./reply-templates.tsx').then(
      (module) => module.ReplyTemplates,
      () => NoList,
    ),
  { ssr: false },
);
