import type { ReactNode } from 'react';
import { buttonStyle } from '#components/ui/button.tsx';
import { Icon, type IconName } from '#components/ui/icon.tsx';
import type { DayTask } from '#lib/technician-day/day.ts';

interface FactProps {
  icon: IconName;
  more?: ReactNode;
  children: ReactNode;
}

function Fact({ icon, more, children }: FactProps) {
  return (
    <li className="flex min-h-11 items-center gap-3 py-1.5">
      <Icon name={icon} className="size-4 shrink-0 text-ink-faint" />
      <span className="min-w-0 flex-1 whitespace-pre-wrap wrap-anywhere">{children}</span>
      {more}
    </li>
  );
}

const mapOf = (address: string) => `https://www.openstreetmap.org/search?query=${encodeURIComponent(address)}`;
const large = buttonStyle({ className: 'min-h-11' });

/** The task's address, contact person and subject. */
export function TaskFacts({ task: { number, address, company, person, phone, item } }: { task: DayTask }) {
  const customer = [person, company].filter(Boolean).join(', ');
  return (
    <ul className="divide-y border-y">
      {address && (
        <Fact
          icon="map-pin"
          more={
            <a
              className={large}
              href={mapOf(address)}
              target="_blank"
              rel="noreferrer"
              aria-label={`Map for ${number}`}
            >
              Map
            </a>
          }
        >
          {address}
        </Fact>
      )}
      {customer && (
        <Fact
          icon="user-round"
          more={
            phone && (
              <a className={large} href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`} aria-label={`Call ${phone}`}>
                <Icon name="phone" />
                Call
              </a>
            )
          }
        >
          {customer}
          {phone && <span className="block text-sm text-ink-muted">{phone}</span>}
        </Fact>
      )}
      {item && <Fact icon="network">{item}</Fact>}
    </ul>
  );
}
