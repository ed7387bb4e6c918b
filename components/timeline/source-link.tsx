import { TextLink } from '#components/ui/link.tsx';
import type { Origin } from '#lib/journal/timeline-entry.ts';

/** The number of the record that an entry comes from; a link if one may read it. */
export function SourceLink({ number, href }: Origin['source']) {
  if (!href) return <span className="record-number">{number}</span>;
  return (
    <TextLink href={href} className="record-number">
      {number}
    </TextLink>
  );
}
