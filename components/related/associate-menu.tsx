'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Menu } from '#components/ui/menu.tsx';
import { MenuItem } from '#components/ui/menu-item.tsx';
import type { RecordView } from '#lib/record-page/record-view.ts';
import type { AdditionalAction } from '#lib/related/additional-actions.ts';
import { noUpdates } from '#lib/related/rules/no-updates.ts';
import type { SourceRef } from '#lib/related/source-ref.ts';

// Dialogs load when one is opened.
const RelatedDialog = dynamic(() => import('./related-dialog.tsx').then((module) => module.RelatedDialog), {
  ssr: false,
});

interface AssociateMenuProps {
  /** The actions that fill the empty fields of Related Records. */
  actions: readonly AdditionalAction[];
  source: SourceRef;
  updates: RecordView['updates'];
}

/** One button for all empty fields of Related Records. An open dialog stays even if someone else fills the field (REL-4). */
export function AssociateMenu({ actions, source, updates }: AssociateMenuProps) {
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<AdditionalAction | null>(null);
  return (
    <>
      {actions.length > 0 && (
        <div className="mt-3">
          <Menu
            align="start"
            open={open}
            onOpenChange={setOpen}
            trigger={
              <Button size="s">
                Associate
                <Icon name="chevron-down" />
              </Button>
            }
          >
            {actions.map((action) => (
              <MenuItem key={action.link} onSelect={() => setChosen(action)}>
                {action.label}
              </MenuItem>
            ))}
          </Menu>
        </div>
      )}
      {chosen && (
        <RelatedDialog
          action={chosen}
          source={source}
          updates={updates[chosen.link] ?? noUpdates}
          present={null}
          stays={false}
          requestedFor={null}
          onClose={() => setChosen(null)}
        />
      )}
    </>
  );
}
