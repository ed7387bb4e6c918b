import { LoaderCircle } from 'lucide-react';

/** Shown only after 300 ms, so that what is quick does not flicker. */
export function Spinner() {
  return (
    <span className="inline-flex animate-late" aria-hidden>
      <LoaderCircle className="size-4 motion-safe:animate-spin" />
    </span>
  );
}
