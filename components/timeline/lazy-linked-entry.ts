import dynamic from 'next/dynamic';

const NoLinkedEntry = () => null;

/** Loaded when the address names an entry. Offline, the timeline stays as it is. */
export const LazyLinkedEntry = dynamic(
  () =>
    import('./linked-entry.tsx').then(
      (module) => module.LinkedEntry,
      () => NoLinkedEntry,
    ),
  { ssr: false },
);
