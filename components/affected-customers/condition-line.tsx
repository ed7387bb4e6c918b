import { RelativeTime } from '#components/ui/relative-time.tsx';
import { termFieldOf } from '#lib/affected-customers/condition-fields.ts';
import type { NamedTerm } from '#lib/affected-customers/queries/condition-lines.ts';
import type { RecipientsListProps } from './recipients-list.ts';

const termText = ({ field, operator, label }: NamedTerm) => {
  const { label: name, operators } = termFieldOf(field);
  return `${name} ${operators[operator]} ${label}`;
};

interface ConditionLineProps {
  condition: NonNullable<RecipientsListProps['condition']>;
  refreshedAt: string | null;
}

/** MAJ-5 · The condition that fills a list, in a sentence, and when it was last refreshed. */
export function ConditionLine({ condition: { match, terms }, refreshedAt }: ConditionLineProps) {
  return (
    <p className="mb-3 text-ink-muted wrap-anywhere">
      Condition: <span className="text-ink">{terms.map(termText).join(match === 'all' ? ' and ' : ' or ')}</span>
      {refreshedAt && (
        <>
          {' '}
          · refreshed <RelativeTime at={refreshedAt} />
        </>
      )}
    </p>
  );
}
