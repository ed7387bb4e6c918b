'use client';

import { useState } from 'react';
import { Avatar } from '#components/ui/avatar.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Menu } from '#components/ui/menu.tsx';
import { MenuItem, MenuLink, MenuSeparator } from '#components/ui/menu-item.tsx';
import { MenuRadios } from '#components/ui/menu-radios.tsx';
import { usePageActions } from './page-actions.ts';
import { SHOW_KEYS } from './shell-events.ts';
import { THEME_COOKIE, type Theme } from './theme.ts';
import { useSignOut } from './use-sign-out.tsx';

const themes: readonly { value: Theme; label: string }[] = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

const YEAR_S = 365 * 24 * 60 * 60;

/** Takes effect at once; with the cookie, the server renders the next page in the right theme. */
function applyTheme(theme: Theme) {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  // Not with the Cookie Store API: browsers offer it only over HTTPS.
  Object.assign(document, { cookie: `${THEME_COOKIE}=${theme}; path=/; max-age=${YEAR_S}; samesite=lax` });
}

export interface UserMenuProps {
  /** Id of the user, whose unsent data may be in this browser. */
  id?: string | undefined;
  name: string;
  email: string;
  theme: Theme;
}

export function UserMenu({ id, name, email, theme: initialTheme }: UserMenuProps) {
  const [theme, setTheme] = useState(initialTheme);
  const { signOut, question } = useSignOut(id);

  function choose(next: Theme) {
    setTheme(next);
    applyTheme(next);
  }

  usePageActions([
    ...themes.map(({ value, label }) => ({ label: `Theme: ${label}`, everywhere: true, run: () => choose(value) })),
    { label: 'Sign out', everywhere: true, run: signOut },
  ]);

  return (
    <>
      {question}
      <Menu
        label="User menu"
        trigger={
          <button
            type="button"
            aria-label={`User menu, ${name}`}
            title={name}
            className="inline-flex size-8 items-center justify-center rounded-md hover:bg-sunken pointer-coarse:size-10"
          >
            <Avatar name={name} />
          </button>
        }
      >
        <div className="px-2 pt-1.5 pb-1">
          <p className="font-medium">{name}</p>
          <p className="text-sm text-ink-muted">{email}</p>
        </div>
        <MenuSeparator />
        <MenuLink href="/workspace/profile" icon={<Icon name="user-round" />}>
          Profile
        </MenuLink>
        <MenuItem
          icon={<Icon name="keyboard" />}
          hint="?"
          onSelect={() => document.dispatchEvent(new Event(SHOW_KEYS))}
        >
          Keyboard shortcuts
        </MenuItem>
        <MenuSeparator />
        <MenuRadios label="Theme" value={theme} options={themes} onChange={choose} />
        <MenuSeparator />
        <MenuItem icon={<Icon name="log-out" />} onSelect={signOut}>
          Sign out
        </MenuItem>
      </Menu>
    </>
  );
}
