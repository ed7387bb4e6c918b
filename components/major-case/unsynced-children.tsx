import { TextLink } from '#components/ui/link.tsx';
import type { UnsyncedChildren as Unsynced } from '#lib/property/unsynced-children.ts';

/** SYNC-MAJ-1 · Says that changes of a major case do not reach its child cases; administrators find the property. */
export function UnsyncedChildren({ message, href }: Unsynced) {
  return (
    <p className="text-ink-muted">
      {message}
      {href && (
        <>
          {' '}
          <TextLink href={href} target="_blank" className="underline">
            Open the property
          </TextLink>
        </>
      )}
    </p>
  );
}
