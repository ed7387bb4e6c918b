import { RecordState, type StateShown } from '#components/record/record-state.tsx';
import { TextLink } from '#components/ui/link.tsx';

interface RecordLinkProps {
  number: string;
  /** Null: without read access only the number is shown. */
  seen: { href: string; state: StateShown } | null;
}

/** A record's number and state, as a link to the record. */
export function RecordLink({ number, seen }: RecordLinkProps) {
  if (!seen) return <span className="record-number">{number}</span>;
  return (
    <TextLink href={seen.href} className="inline-flex flex-wrap items-center gap-2">
      <span className="record-number">{number}</span>
      <RecordState state={seen.state} />
    </TextLink>
  );
}
