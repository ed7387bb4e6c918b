import { setUserActiveAction } from '#lib/user/actions.ts';
import { SettingSwitch } from './setting-switch.tsx';

type UserActiveSwitchProps = { userId: string; name: string; active: boolean; sessions: number };

/** ACC-3, ADM-6 · allows or blocks a user's sign-in. */
export function UserActiveSwitch({ userId, name, active, sessions }: UserActiveSwitchProps) {
  const warning = (
    <>
      <p>
        {name} can no longer sign in. {sessions === 1 ? '1 session ends' : `${sessions} sessions end`} at once,
        everywhere.
      </p>
      <p>What {name} wrote and is assigned stays. The user can be activated again.</p>
    </>
  );
  return (
    <SettingSwitch
      action={setUserActiveAction}
      label="Active"
      active={active}
      fields={{ userId }}
      confirmation={{ title: `Deactivate ${name}?`, button: 'Deactivate', warning }}
    />
  );
}
