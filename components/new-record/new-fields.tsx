'use client';

import { useQuery } from '@tanstack/react-query';
import type { Refused } from '#components/actions/call-action.ts';
import { RefusalBanner } from '#components/actions/refusal-banner.tsx';
import { useOpenRefusal } from '#components/actions/use-open-refusal.ts';
import { FieldControl } from '#components/field/field-control.tsx';
import { ofCustomer } from '#components/field/of-customer.ts';
import { proposedPriority } from '#components/field/proposed-priority.ts';
import { fetchJson } from '#components/ui/fetch-json.ts';
import { FieldGrid } from '#components/ui/field.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { ReadField } from '#components/ui/read-field.tsx';
import type { Option } from '#components/ui/use-combobox.ts';
import type { FieldView } from '#lib/kinds/field-view.ts';
import type { NewForm } from '#lib/new-record/form.ts';
import type { FieldValue } from '#lib/record/field.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import type { NewValues } from './use-new-values.ts';

const isWide = ({ name, type }: FieldView) => type === 'long-text' || name === 'shortDescription';

export interface NewFieldsProps {
  form: NewForm;
  values: NewValues;
  refused: Refused | null;
}

/** The fields of a new record, below a refusal's reason; derived values are shown as they would become. */
export function NewFields({ form, values, refused }: NewFieldsProps) {
  const open = useOpenRefusal(refused, values.valueNamed);
  const fields = form.sections.flatMap((section) => section.fields);
  const pair = ['impact', 'urgency'].map((name) => {
    const field = fields.find((each) => each.name === name);
    return field && String(values.currentOf(field));
  });
  const priority = form.priorityByPair[pair.join(' ')];
  const defaultGroup = useDefaultGroup(form.kind, values);

  /** CASE-12 · Impact and urgency update the proposed priority, unless another was chosen by hand. */
  function change(field: FieldView, value: FieldValue, display: string, option?: Option | null) {
    values.change(field.name, value, display, option);
    const hand = fields.find(({ name, editable }) => name === 'priority' && editable);
    if (!hand || (field.name !== 'impact' && field.name !== 'urgency')) return;
    const [impact = '', urgency = ''] = pair;
    const before = { impact, urgency };
    const after = { ...before, [field.name]: value };
    const proposed = proposedPriority(hand, form.priorityByPair, { before, after, current: values.currentOf(hand) });
    if (!proposed) return;
    const typed = { value, display };
    values.changeAll({ [field.name]: typed, priority: { value: proposed.value, display: proposed.label } });
  }

  const panels = form.sections.map(({ heading, fields: own }) => (
    <Panel key={heading} title={heading}>
      <FieldGrid>
        {own.map((field) =>
          field.editable ? (
            <FieldControl
              key={`${form.kind} ${field.name}`}
              field={ofCustomer(field, values.valueNamed)}
              value={values.currentOf(field)}
              display={values.displayOf(field)}
              error={open.errors[field.name]}
              hint={field.name === 'assignmentGroupId' ? defaultGroup : undefined}
              className={isWide(field) ? 'col-span-full' : ''}
              onChange={(value, display, option) => change(field, value, display, option)}
            />
          ) : (
            <ReadField key={field.name} label={field.label}>
              <span>
                {(field.name === 'priority' && priority) || field.display}
                {field.because && <span className="block text-sm text-ink-faint">{field.because}</span>}
              </span>
            </ReadField>
          ),
        )}
      </FieldGrid>
    </Panel>
  ));
  return (
    <>
      <RefusalBanner refused={open.refused} />
      {panels}
    </>
  );
}

const deciding = { contact: 'contactId', consumer: 'consumerId', account: 'accountId', product: 'productId' } as const;

/** The group that a new case gets by default, in the server's words: "Network Support, by the product". */
function useDefaultGroup(kind: TaskKind, values: NewValues): string | undefined {
  const named = Object.entries(deciding).flatMap(([parameter, field]) => {
    const id = values.textOf(field);
    return id ? [[parameter, id]] : [];
  });
  const query = new URLSearchParams(named).toString();
  const wanted = kind === 'case' && query !== '' && values.textOf('assignmentGroupId') === '';
  const { data: [group] = [] } = useQuery({
    queryKey: ['default-group', query],
    queryFn: ({ signal }) => fetchJson<string[]>(`/api/default-group?${query}`, signal),
    enabled: wanted,
  });
  return wanted ? group : undefined;
}
