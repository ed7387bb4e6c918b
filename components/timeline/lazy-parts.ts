import dynamic from 'next/dynamic';

// Parts that load on demand. Offline, each is left out, and the timeline works without it.
const Nothing = () => null;

/** Loaded when the address names an entry. */
export const LazyLinkedEntry = dynamic(
  () =>
    import('./linked-entry.tsx').then(
      (module) => module.LinkedEntry,
      () => Nothing,
    ),
  { ssr: false },
);

/** Loaded when the user starts writing. */
export const LazyMentions = dynamic(
  () =>
    import('./mentions.tsx').then(
      (module) => module.Mentions,
      () => Nothing,
    ),
  { ssr: false },
);

/** Loaded when the user starts writing. */
export const LazyReplyTemplates = dynamic(
  () =>
    import('./reply-templates.tsx').then(
      (module) => module.ReplyTemplates,
      () => Nothing,
    ),
  { ssr: false },
);

/** Loaded after the page. */
export const LazyNewest = dynamic(
  () =>
    import('./newest.tsx').then(
      (module) => module.Newest,
      () => Nothing,
    ),
  { ssr: false },
);
