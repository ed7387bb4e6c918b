import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';

interface ReplySelectionProps {
  count: number;
  onAnswer: () => void;
  onClear: () => void;
}

/** What can be done about the selected replies. */
export function ReplySelection({ count, onAnswer, onClear }: ReplySelectionProps) {
  return (
    <section
      aria-label="Selection"
      className="sticky bottom-3 z-20 mx-auto mt-3 flex w-fit max-w-full flex-wrap items-center gap-2 rounded-md border bg-raised py-1.5 pr-1.5 pl-3 shadow-float"
    >
      <p role="status" className="font-medium">
        {count} selected
      </p>
      <Button size="s" variant="primary" onClick={onAnswer}>
        Answer all
      </Button>
      <IconButton label="Clear selection" size="s" onClick={onClear}>
        <Icon name="x" />
      </IconButton>
    </section>
  );
}
