import { TextLink } from '#components/ui/link.tsx';
import { pathOfNumber } from '#lib/record/kind.ts';
import type { RecordSample } from '#lib/record/record-sample.ts';

interface SomeNumbersProps extends RecordSample {
  /** Absent: the links open beside an unsaved form, in another tab. */
  here?: boolean;
}

/** The first records by number, each a link. */
export function SomeNumbers({ count, first, here = false }: SomeNumbersProps) {
  if (first.length === 0) return null;
  const more = count - first.length;
  return (
    <span className="text-ink-muted">
      {first.map((number, at) => (
        <span key={number}>
          {at > 0 && ', '}
          <TextLink href={pathOfNumber(number)} target={here ? undefined : '_blank'} className="underline">
            {number}
          </TextLink>
        </span>
      ))}
      {more > 0 && ` and ${more.toLocaleString('en')} more`}
    </span>
  );
}
