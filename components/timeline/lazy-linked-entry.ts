import dynamic from 'next/dynamic';

const NoLinkedEntry = () => null;

/** It comes where an address names an entry; where there is no network then, the timeline stays as it is. */
export const LazyLinkedEntry = dynamic(
  () =>
    import('./linked-entry.tsx').then(
      (module) => module.LinkedEntry,
      () => NoLinkedEntry,
    ),
  { ssr: false },
);
