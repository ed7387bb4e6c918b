import { TextLink } from '#components/ui/link.tsx';
import type { UnsyncedChildren as Unsynced } from '#lib/property/unsynced-children.ts';

/** SYNC-MAJ-1 · Says that child cases get nothing from their major case; administrators find the property. */
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
