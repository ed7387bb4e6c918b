import { NumberLink } from '#components/ui/number-link.tsx';
import type { FieldView } from '#lib/kinds/field-view.ts';

interface CaseFamilyProps {
  isMajor: boolean;
  /** MAJ-1 · A candidate that waits for a manager's decision. */
  isCandidate: boolean;
  /** The parent major case of a child. */
  parent: FieldView | undefined;
}

/** MAJ-9 · Shows that a case is a major case, a candidate or a child of one. */
export function CaseFamily({ isMajor, isCandidate, parent }: CaseFamilyProps) {
  if (isMajor)
    return <p className="mb-3 text-ink-muted">This is a major case: each of its customers has a child case.</p>;
  if (isCandidate)
    return (
      <p className="mb-3 text-ink-muted">Proposed as a major case: a major issue manager approves or rejects it.</p>
    );
  if (!parent?.display) return null;
  return (
    <p className="mb-3 text-ink-muted">
      Child of major case <NumberLink number={parent.display} href={parent.href} />
    </p>
  );
}
