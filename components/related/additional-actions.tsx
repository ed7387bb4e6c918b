'use client';

import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { usePageActions } from '#components/shell/page-actions.ts';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Menu } from '#components/ui/menu.tsx';
import { MenuItem } from '#components/ui/menu-item.tsx';
import { recipientsHref } from '#lib/affected-customers/customer-sort.ts';
import type { MajorCaseAction } from '#lib/major-case/major-case-actions.ts';
import type { RecordView } from '#lib/record-page/record-view.ts';
import type { RelatedGroup } from '#lib/record-page/related-view.ts';
import type { AdditionalAction } from '#lib/related/additional-actions.ts';
import { noUpdates } from '#lib/related/rules/no-updates.ts';
import type { SourceRef } from '#lib/related/source-ref.ts';
import type { RelatedDialogContext } from './related-dialog.tsx';

// Dialogs load when one is opened.
const RelatedDialog = dynamic(() => import('./related-dialog.tsx').then((module) => module.RelatedDialog), {
  ssr: false,
});

const MajorCaseDialog = dynamic(
  () => import('#components/major-case/major-case-dialog.tsx').then((module) => module.MajorCaseDialog),
  { ssr: false },
);

interface AdditionalActionsProps {
  source: SourceRef;
  actions: readonly (AdditionalAction | MajorCaseAction)[];
  related: readonly RelatedGroup[];
  updates: RecordView['updates'];
  requestedFor: RelatedDialogContext['requestedFor'];
  /** MAJ-2 · The case has a customer. */
  hasCustomer: boolean;
}

/** REL-1, INC-7 · The actions menu of a case or incident; hidden if empty. An open dialog stays whatever others do (REL-4). */
export function AdditionalActions({
  source,
  actions,
  related,
  updates,
  requestedFor,
  hasCustomer,
}: AdditionalActionsProps) {
  const { number } = source;
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<AdditionalAction | MajorCaseAction | null>(null);
  const router = useRouter();
  // The customers for new cases are chosen on a separate page.
  const choose = (action: AdditionalAction | MajorCaseAction) => {
    if ('verb' in action && action.verb === 'create-children') router.push(recipientsHref(number, 'accounts'));
    else setChosen(action);
  };
  const menu = { label: 'Additional Actions', key: 'a', run: () => setOpen(true) };
  const items = actions.map((action) => ({ label: action.label, run: () => choose(action) }));
  usePageActions(items.length > 0 ? [menu, ...items] : []);
  const chosenLink = chosen && 'link' in chosen ? chosen.link : null;
  const present = related.find(({ link }) => link === chosenLink)?.record?.number ?? null;

  return (
    <>
      {actions.length > 0 && (
        <Menu
          open={open}
          onOpenChange={setOpen}
          trigger={
            <Button className="max-md:hidden">
              Additional Actions
              <Icon name="chevron-down" />
            </Button>
          }
        >
          {actions.map((action) => (
            <MenuItem key={action.label} onSelect={() => choose(action)}>
              {action.label}
            </MenuItem>
          ))}
        </Menu>
      )}
      {chosen && !('link' in chosen) && (
        <MajorCaseDialog action={chosen} number={number} hasCustomer={hasCustomer} onClose={() => setChosen(null)} />
      )}
      {chosen && 'link' in chosen && (
        <RelatedDialog
          action={chosen}
          source={source}
          updates={updates[chosen.link] ?? noUpdates}
          present={present}
          stays={related.some(({ link, record }) => link !== chosenLink && record?.number === present)}
          requestedFor={requestedFor}
          onClose={() => setChosen(null)}
        />
      )}
    </>
  );
}
