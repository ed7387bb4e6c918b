import { Icon } from './icon.tsx';

/** Shown only after 300 ms, so that quick actions do not flicker. */
export function Spinner() {
  return (
    <span className="inline-flex animate-late" aria-hidden>
      <Icon name="loader-circle" className="size-4 motion-safe:animate-spin" />
    </span>
  );
}
