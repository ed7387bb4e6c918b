import { RelativeTime } from '#components/ui/relative-time.tsx';
import { termFieldOf } from '#lib/affected-customers/condition-fields.ts';
import type { NamedTerm } from '#lib/affected-customers/queries/condition-lines.ts';
import type { RecipientsListProps } from './recipients-list.ts';

const said = ({ field, operator, label }: NamedTerm) => {
  const { label: name, operators } = termFieldOf(field);
  return `${name} ${operators[operator]} ${label}`;
};

interface ConditionLineProps {
  condition: NonNullable<RecipientsListProps['condition']>;
  refreshedAt: string | null;
}

/** MAJ-5 · By what a list is filled, in a sentence, and since when it is as it is. */
export function ConditionLine({ condition: { match, terms }, refreshedAt }: ConditionLineProps) {
  return (
    <p className="mb-3 text-ink-muted wrap-anywhere">
      Condition: <span className="text-ink">{terms.map(said).join(match === 'all' ? ' and ' : ' or ')}</span>
      {refreshedAt && (
        <>
          {' '}
          · refreshed <RelativeTime at={refreshedAt} />
        </>
      )}
    </p>
  );
}
