import type { IconName } from './icon-names.ts';
import sprite from './icons.svg';

export type { IconName } from './icon-names.ts';

const { src }: { src: string } = sprite;

/** A decorative icon beside a word or in a button with a name. All icons are in one sprite file. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg aria-hidden className={className}>
      <use href={`${src}#${name}`} />
    </svg>
  );
}
