'use client';

import { RefusalToast } from '#components/actions/refusal-toast.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { Icon } from '#components/ui/icon.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Switch } from '#components/ui/switch.tsx';
import { removeRecipientAction, setCommunicationAction } from '#lib/affected-customers/actions.ts';
import type { CustomerSort } from '#lib/affected-customers/customer-sort.ts';
import type { RecipientRow } from '#lib/affected-customers/queries/list-recipients.ts';

interface RecipientToolProps {
  number: string;
  of: CustomerSort;
  row: Pick<RecipientRow, 'id' | 'name' | 'activeCommunication'>;
}

/** MAJ-5 · *Active Communication*: whether the customer receives the comment by email. */
export function CommunicationSwitch({ number, of, row: { id, name, activeCommunication } }: RecipientToolProps) {
  const { run, pending, refused } = useAction(setCommunicationAction);
  return (
    <>
      <RefusalToast refused={refused} />
      <Switch
        checked={activeCommunication}
        label={`Active Communication with ${name}`}
        labelHidden
        aria-busy={pending || undefined}
        onClick={() => run({ number, of, recipientId: id, active: !activeCommunication })}
      />
    </>
  );
}

/** MAJ-5 · Removes a customer from the list. */
export function RemoveRecipient({ number, of, row: { id, name } }: RecipientToolProps) {
  const { run, refused } = useAction(removeRecipientAction);
  return (
    <>
      <RefusalToast refused={refused} />
      <IconButton label={`Remove ${name}`} onClick={() => run({ number, of, recipientId: id })}>
        <Icon name="x" />
      </IconButton>
    </>
  );
}
