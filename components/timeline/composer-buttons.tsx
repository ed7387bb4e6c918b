import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';

/** Chooses files to attach, from where one writes. */
export function AttachButton({ onAttach }: { onAttach: () => void }) {
  return (
    <Button size="s" variant="quiet" icon={<Icon name="paperclip" />} onClick={onAttach}>
      Attach
    </Button>
  );
}

/** Forgets words that can no longer be posted. */
export function DiscardButton({ onDiscard }: { onDiscard: () => void }) {
  return (
    <Button size="s" variant="quiet" onClick={onDiscard}>
      Discard
    </Button>
  );
}
