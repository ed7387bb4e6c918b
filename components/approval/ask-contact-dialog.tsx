'use client';

import { useId } from 'react';
import { ActionDialog } from '#components/actions/action-dialog.tsx';
import { useDraftText } from '#components/ui/drafts/use-draft-text.ts';
import { TextField } from '#components/ui/text-field.tsx';
import { askContactAction } from '#lib/approval/actions.ts';
import type { AskContactProps } from './ask-contact.tsx';

/** POR-7 · Chooses the contact to ask; contacts of affected customers are suggested. */
export function AskContactDialog({ number, contacts, onClose }: AskContactProps & { onClose: () => void }) {
  const [email, setEmail] = useDraftText(`ask contact ${number}`);
  const proposed = useId();
  return (
    <ActionDialog
      title={`Ask a contact about ${number}`}
      verb="Ask"
      description="The contact is emailed, and answers in the portal. A rejection sends the change back to New; approvers are still needed."
      onClose={onClose}
      action={askContactAction}
      input={{ number, email }}
      onDiscard={() => setEmail('')}
    >
      {(errors) => (
        <>
          <TextField
            label="Email of the contact"
            required
            error={errors.email}
            type="email"
            list={proposed}
            autoComplete="off"
            value={email}
            onChange={({ target }) => setEmail(target.value)}
          />
          <datalist id={proposed}>
            {contacts.map((contact) => (
              <option key={contact.email} value={contact.email}>{`${contact.name}, ${contact.account}`}</option>
            ))}
          </datalist>
        </>
      )}
    </ActionDialog>
  );
}
