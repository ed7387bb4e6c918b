import { cva } from 'class-variance-authority';
import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

/** grey new · blue open · amber waiting · green resolved · muted closed · red only priority 1, errors, the irreversible. */
export type Tone = 'grey' | 'blue' | 'amber' | 'green' | 'muted' | 'red';

const badgeStyle = cva(
  'inline-flex h-5 max-w-full shrink-0 items-center gap-1 rounded-sm px-1.5 align-middle text-xs font-medium whitespace-nowrap [&_svg]:size-3 [&_svg]:shrink-0',
  {
    variants: {
      tone: {
        grey: 'bg-tone-grey-soft text-tone-grey',
        blue: 'bg-tone-blue-soft text-tone-blue',
        amber: 'bg-tone-amber-soft text-tone-amber',
        green: 'bg-tone-green-soft text-tone-green',
        muted: 'px-0 text-ink-faint',
        red: 'bg-tone-red-soft text-tone-red',
      },
    },
  },
);

const icons: Record<Tone, IconName> = {
  grey: 'circle-dashed',
  blue: 'circle-dot',
  amber: 'circle-pause',
  green: 'circle-check',
  muted: 'circle',
  red: 'circle-alert',
};

/** A word on a tinted ground; give it an icon where the word alone could be overlooked. */
export function Badge({ tone, icon, children }: { tone: Tone; icon?: ReactNode; children: ReactNode }) {
  return (
    <span className={badgeStyle({ tone })}>
      {icon}
      <span className="truncate">{children}</span>
    </span>
  );
}

/** A state: its word with the icon of its tone, so that the colour is never alone. */
export function StateBadge({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <Badge tone={tone} icon={<Icon name={icons[tone]} />}>
      {children}
    </Badge>
  );
}
