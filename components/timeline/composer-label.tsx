import { Icon } from '#components/ui/icon.tsx';
import { Kbd } from '#components/ui/kbd.tsx';

interface ComposerLabelProps {
  /** The id of the text box. */
  box: string;
  label: string;
  internal: boolean;
  shortcut: string;
}

/** The composer's label, with an icon for its readers and the key that focuses it. */
export function ComposerLabel({ box, label, internal, shortcut }: ComposerLabelProps) {
  return (
    <label htmlFor={box}>
      <Icon name={internal ? 'lock' : 'send'} className="size-3.5 shrink-0" />
      <span>{label}</span>
      <span aria-hidden>
        <Kbd>{shortcut}</Kbd>
      </span>
    </label>
  );
}
