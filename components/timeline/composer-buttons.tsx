import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';

/** Chooses files to attach, from the composer. */
export function AttachButton({ onAttach }: { onAttach: () => void }) {
  return (
    <Button size="s" variant="quiet" icon={<Icon name="paperclip" />} onClick={onAttach}>
      Attach
    </Button>
  );
}

/** Discards a draft that can no longer be posted. */
export function DiscardButton({ onDiscard }: { onDiscard: () => void }) {
  return (
    <Button size="s" variant="quiet" onClick={onDiscard}>
      Discard
    </Button>
  );
}
