'use client';

import { AddDialog } from '#components/actions/add-dialog.tsx';
import { FieldGrid } from '#components/ui/field.tsx';
import { SelectField, TextField } from '#components/ui/text-field.tsx';
import { NameAndEmail } from '#components/user/name-and-email.tsx';
import { defaultRoles } from '#lib/access/roles.ts';
import { addPersonAction } from '#lib/customer/actions.ts';
import { timeZoneOptions } from '#lib/platform/time-zones.ts';
import { RoleBoxes } from './role-boxes.tsx';

/** ADM-6 · adds a contact of an account, or a consumer if no account is given. */
export function AddPersonDialog({ accountId }: { accountId?: string }) {
  const usual = defaultRoles[accountId ? 'contact' : 'consumer'];
  return (
    <AddDialog
      title={accountId ? 'Add contact' : 'Add consumer'}
      button={{ variant: accountId ? 'secondary' : 'primary' }}
      size="l"
      action={addPersonAction}
      name={`person of ${accountId ?? 'nobody'}`}
      hidden={accountId ? { accountId } : {}}
      verb="Save"
    >
      {({ errors, field, typedOr, typedAll }) => (
        <>
          <FieldGrid>
            <NameAndEmail field={field} />
            <SelectField
              label="Time zone"
              {...field('timeZone', 'UTC')}
              options={timeZoneOptions(typedOr('timeZone', 'UTC'))}
            />
            <TextField
              label="First password"
              error={errors.password}
              hint="Without one, this person cannot sign in yet."
              name="password"
              type="password"
              autoComplete="new-password"
            />
          </FieldGrid>
          <RoleBoxes audience="external" held={typedAll('roles') ?? [usual]} error={errors.roles} />
        </>
      )}
    </AddDialog>
  );
}
