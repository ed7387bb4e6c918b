import type { Refused } from '#components/actions/call-action.ts';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import type { SavedTemplate } from '#lib/reply-template/rules/add-template.ts';

interface SavedMeanwhileProps {
  message: string;
  saved: SavedTemplate;
  onApplyMine: () => void;
  onTakeTheirs: () => void;
}

/** The version another user has saved, if that is why a template was refused. */
export function savedMeanwhile(refused: Refused | null): SavedTemplate | null {
  return refused?.rule === 'REC-3' ? (refused.details as SavedTemplate) : null;
}

/** REC-3 · Another user's saved version above the user's own edit, and the two choices. */
export function SavedMeanwhile({ message, saved, onApplyMine, onTakeTheirs }: SavedMeanwhileProps) {
  return (
    <Banner
      tone="error"
      rule="REC-3"
      title={message}
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
      <p className="mt-1">{saved.name}</p>
      <p className="mt-1 max-h-40 overflow-y-auto whitespace-pre-wrap">{saved.text}</p>
    </Banner>
  );
}
