import { ConflictBanner } from '#components/record/conflict-banner.tsx';
import type { Conflicts } from './conflicts.ts';

type FieldConflictsProps = Conflicts & {
  shownOf: (name: string) => string;
  onApplyMine: () => void;
  onTakeTheirs: () => void;
};

/** REC-3 · Who changed which field during the user's edit, and both values. */
export function FieldConflicts({ message, conflicts, shownOf, onApplyMine, onTakeTheirs }: FieldConflictsProps) {
  return (
    <ConflictBanner message={message} className="mb-4" onApplyMine={onApplyMine} onTakeTheirs={onTakeTheirs}>
      <ul className="mt-1">
        {conflicts.map(({ field, label, by, theirsShown }) => (
          <li key={field}>
            {label}: {by} set “{theirsShown || 'nothing'}”, you typed “{shownOf(field) || 'nothing'}”.
          </li>
        ))}
      </ul>
    </ConflictBanner>
  );
}
