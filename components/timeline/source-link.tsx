import { TextLink } from '#components/ui/link.tsx';
import type { Origin } from '#lib/journal/timeline-entry.ts';

/** The number of an entry's source record; a link if the user may read the record. */
export function SourceLink({ number, href }: Origin['source']) {
  if (!href) return <span className="record-number">{number}</span>;
  return (
    <TextLink href={href} className="record-number">
      {number}
    </TextLink>
  );
}
