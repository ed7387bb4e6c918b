import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import type { Conflicts } from './conflicts.ts';

type ConflictBannerProps = Conflicts & {
  shownOf: (name: string) => string;
  onApplyMine: () => void;
  onTakeTheirs: () => void;
};

/** REC-3 · Who changed what during the user's edit, both values, and the two choices. */
export function ConflictBanner({ message, conflicts, shownOf, onApplyMine, onTakeTheirs }: ConflictBannerProps) {
  return (
    <Banner
      tone="error"
      rule="REC-3"
      title={message}
      className="mb-4"
      action={
        <span className="flex flex-wrap gap-2">
          <Button size="s" onClick={onApplyMine}>
            Apply mine
          </Button>
          <Button size="s" onClick={onTakeTheirs}>
            Take theirs
          </Button>
        </span>
      }
    >
      <ul className="mt-1">
        {conflicts.map(({ field, label, by, theirsShown }) => (
          <li key={field}>
            {label}: {by} set “{theirsShown || 'nothing'}”, you typed “{shownOf(field) || 'nothing'}”.
          </li>
        ))}
      </ul>
    </Banner>
  );
}
