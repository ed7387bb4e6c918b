'use client';

import { useState } from 'react';
import { DialogForm } from '#components/actions/dialog-form.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { FieldControl } from '#components/field/field-control.tsx';
import { useDraft } from '#components/field/use-draft.ts';
import { Banner } from '#components/ui/banner.tsx';
import { Facts } from '#components/ui/facts.tsx';
import { createFromCaseAction } from '#lib/related/actions.ts';
import type { CreateDraft } from '#lib/related/create-draft.ts';
import { links } from '#lib/related/link.ts';
import type { Variant } from '#lib/related/variant.ts';
import type { RelatedDialogProps } from './related-dialog.tsx';

/** REL-6 · The priority by the pair as it stands in the dialog; the copied pair keeps the copied priority. */
function priorityOf(draft: CreateDraft, impact: string, urgency: string): string {
  const copied = (name: string) => String(draft.fields.find((field) => field.name === name)?.value ?? '');
  if (impact === copied('impact') && urgency === copied('urgency')) return draft.priority;
  return draft.priorityByPair[`${impact} ${urgency}`] ?? draft.priority;
}

/** REL-17 · Makes a record from the case, with what is copied filled in. */
export function CreateDialog({
  action,
  caseNumber,
  onClose,
}: RelatedDialogProps & { action: { draft: { variant: Variant } & CreateDraft } }) {
  const { link, label, draft: given } = action;
  const [fields] = useState(() => Object.fromEntries(given.fields.map((field) => [field.name, field])));
  const draft = useDraft(fields, 1);
  const { run, pending, refused, errors } = useAction(createFromCaseAction, { onDone: onClose });
  const text = (name: string) => String(draft.valueOf(name) ?? '');

  return (
    <DialogForm
      size="l"
      title={label}
      description={`${caseNumber} gets it as its ${links[link].noun.toLowerCase()}. Its state changes and comments will appear in this case's work notes. Nothing is sent to the customer.`}
      onClose={onClose}
      refused={refused}
      pending={pending}
      onSubmit={() => run({ caseNumber, variant: given.variant, values: draft.values })}
    >
      {given.hint && (
        <Banner tone="warning" className="mb-4">
          {given.hint}
        </Banner>
      )}
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
        {given.fields.map((field) => (
          <FieldControl
            key={field.name}
            field={field}
            value={draft.valueOf(field.name)}
            display={draft.displayOf(field.name)}
            error={errors[field.name]}
            className={field.type === 'long-text' || field.name === 'shortDescription' ? 'col-span-full' : ''}
            onChange={(value, display) => draft.type(field.name, value, display)}
          />
        ))}
      </div>
      <Facts
        className="mt-4 rounded-md bg-sunken p-3"
        items={[
          { term: 'Priority', detail: <output>{priorityOf(given, text('impact'), text('urgency'))}</output> },
          ...given.shown.map(({ label: term, display }) => ({ term, detail: display })),
        ]}
      />
    </DialogForm>
  );
}
