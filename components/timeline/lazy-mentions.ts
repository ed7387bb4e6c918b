import dynamic from 'next/dynamic';

const NoList = () => null;

/** Loaded when the user starts writing. Offline, writing works without it. */
export const LazyMentions = dynamic(
  () =>
    import('./mentions.tsx').then(
      (module) => module.Mentions,
      () => NoList,
    ),
  { ssr: false },
);

/** The same for reply templates. */
export const LazyReplyTemplates = dynamic(
  () =>
    import('./reply-templates.tsx').then(
      (module) => module.ReplyTemplates,
      () => NoList,
    ),
  { ssr: false },
);
