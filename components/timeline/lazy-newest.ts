import dynamic from 'next/dynamic';

const NoWayUp = () => null;

/** Loaded after the page. Offline, the user scrolls instead. */
export const LazyNewest = dynamic(
  () =>
    import('./newest.tsx').then(
      (module) => module.Newest,
      () => NoWayUp,
    ),
  { ssr: false },
);
