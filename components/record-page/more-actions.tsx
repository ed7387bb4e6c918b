'use client';

import { useState } from 'react';
import { useRegisteredPageActions } from '#components/shell/page-actions.ts';
import { Icon } from '#components/ui/icon.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Menu } from '#components/ui/menu.tsx';
import { MenuItem } from '#components/ui/menu-item.tsx';

/** The page's actions in one menu, on a small screen. Most actions with a key are left out: they have a button. */
export function MoreActions() {
  const [open, setOpen] = useState(false);
  const actions = useRegisteredPageActions().filter(
    ({ key, inMenu, everywhere }) => inMenu || (key === undefined && !everywhere),
  );
  if (actions.length === 0) return null;
  return (
    <div className="more-actions md:hidden">
      <Menu
        open={open}
        onOpenChange={setOpen}
        label="More actions"
        trigger={
          <IconButton label="More actions">
            <Icon name="ellipsis" />
          </IconButton>
        }
      >
        {actions.map(({ label, hint, run }) => (
          <MenuItem key={label} hint={hint} onSelect={run}>
            {label}
          </MenuItem>
        ))}
      </Menu>
    </div>
  );
}
