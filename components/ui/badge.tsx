import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

/** grey new · blue open · amber waiting · green resolved · muted closed · red only priority 1, errors, the irreversible. */
export type Tone = 'grey' | 'blue' | 'amber' | 'green' | 'muted' | 'red';

const icons: Record<Tone, IconName> = {
  grey: 'circle-dashed',
  blue: 'circle-dot',
  amber: 'circle-pause',
  green: 'circle-check',
  muted: 'circle',
  red: 'circle-alert',
};

/** A word on a tinted background; give it an icon if the word alone could be overlooked. */
export function Badge({ tone, icon, children }: { tone: Tone; icon?: ReactNode; children: ReactNode }) {
  return (
    <span className={`badge badge-${tone}`}>
      {icon}
      <span className="truncate">{children}</span>
    </span>
  );
}

/** A state: its word and its tone's icon, so that colour is never the only cue. */
export function StateBadge({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <Badge tone={tone} icon={<Icon name={icons[tone]} />}>
      {children}
    </Badge>
  );
}
