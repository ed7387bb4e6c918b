import dynamic from 'next/dynamic';

const NoWayUp = () => null;

/** It comes once the page is there; where there is no network then, one scrolls. */
export const LazyNewest = dynamic(
  () =>
    import('./newest.tsx').then(
      (module) => module.Newest,
      () => NoWayUp,
    ),
  { ssr: false },
);
