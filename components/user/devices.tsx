'use client';

import type { ReactNode } from 'react';
import { useAction } from '#components/actions/use-action.ts';
import { Button } from '#components/ui/button.tsx';
import { signOutDevicesAction } from '#lib/sign-in/devices/actions.ts';

export type DeviceRow = { id: string; name: string; about: ReactNode; isThis: boolean };

export interface DevicesProps {
  devices: readonly DeviceRow[];
  words: Readonly<Record<'devices.this' | 'devices.sign-out' | 'devices.others' | 'devices.failed', string>>;
}

/** ACC-3 · The devices a user is signed in on, for staff and customers: one, or all others, can be signed out. */
export function Devices({ devices, words }: DevicesProps) {
  const { run, pending, refused } = useAction(signOutDevicesAction, { quiet: true });
  return (
    <div className="grid gap-4">
      <ul className="grid gap-3">
        {devices.map(({ id, name, about, isThis }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
            <span className="grid min-w-0">
              <span className="wrap-anywhere">{name}</span>
              <span className="text-sm wrap-anywhere text-ink-muted">{about}</span>
            </span>
            {isThis ? (
              <span className="text-sm text-ink-muted">{words['devices.this']}</span>
            ) : (
              <Button
                className="min-h-10"
                aria-label={`${words['devices.sign-out']}: ${name}`}
                aria-busy={pending || undefined}
                onClick={() => run({ device: id })}
              >
                {words['devices.sign-out']}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {refused && <p role="alert">{words['devices.failed']}</p>}
      {devices.length > 1 && (
        <div>
          <Button className="min-h-10" aria-busy={pending || undefined} onClick={() => run({ device: 'others' })}>
            {words['devices.others']}
          </Button>
        </div>
      )}
    </div>
  );
}
