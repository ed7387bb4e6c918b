'use client';

import { RefusalToast } from '#components/actions/refusal-toast.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { DiscardDraft } from '#components/ui/drafts/discard-draft.tsx';
import { useFormDraft } from '#components/ui/drafts/use-form-draft.ts';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { updatePropertyAction } from '#lib/property/actions.ts';
import type { ListedProperty } from '#lib/property/queries.ts';

const TRUE_OR_FALSE = ['true', 'false'].map((value) => ({ value, label: value }));

/** ADM-1 · one property: its name, its effect, and its value with *Update*. */
export function PropertyRow({ property }: { property: ListedProperty }) {
  const { name, value, type } = property;
  const isList = type === 'list';
  const formDraft = useFormDraft(`property ${name}`);
  const { submit, refused, errors, typedOr } = useAction(updatePropertyAction, { formDraft });
  const shown = typedOr('value', value);
  return (
    <li
      id={name}
      className="grid grid-cols-1 gap-x-6 gap-y-2 border-b px-4 py-3 last:border-b-0 lg:grid-cols-[minmax(0,1fr)_20rem]"
    >
      <div className="min-w-0">
        <h3 className="font-medium wrap-anywhere">{property.title}</h3>
        <p className="text-ink-muted wrap-anywhere">{property.description}</p>
        <p className="text-sm text-ink-faint wrap-anywhere">
          <code>{name}</code>. Type: {property.typeText}. Default: {property.default || 'empty'}.{' '}
          {value !== property.default && <span className="font-medium text-ink-muted">Changed.</span>}
        </p>
      </div>
      <form key={formDraft.key} action={submit} onInput={formDraft.save} className="flex flex-wrap items-start gap-2">
        <RefusalToast refused={refused} />
        <input type="hidden" name="name" value={name} />
        <Field label={`Value of ${name}`} labelHidden error={errors.value} className="flex-1">
          {(control) =>
            // A text box takes a new default only when it is mounted anew.
            type === 'boolean' ? (
              <Select {...control} name="value" defaultValue={shown} options={TRUE_OR_FALSE} />
            ) : isList ? (
              <TextArea {...control} key={shown} name="value" rows={2} defaultValue={shown} className="wrap-anywhere" />
            ) : (
              <TextInput
                {...control}
                key={shown}
                name="value"
                defaultValue={shown}
                inputMode={type === 'integer' ? 'numeric' : 'text'}
              />
            )
          }
        </Field>
        <SubmitButton variant="secondary" aria-label={`Update ${name}`}>
          Update
        </SubmitButton>
        <DiscardDraft formDraft={formDraft} aria-label={`Discard the changes to ${name}`} />
      </form>
    </li>
  );
}
