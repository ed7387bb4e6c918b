import type { FieldView } from '#lib/kinds/field-view.ts';
import type { FieldValue } from '#lib/record/field.ts';

const customer = { contactId: 'contact', consumerId: 'consumer', accountId: 'account' } as const;

const assignment = { ...customer, assignmentGroupId: 'group' } as const;

/**
 * REC-5 · Narrows a reference field to the form's current customer: fields of owned things list only that customer's; assignee
 * fields list users who may work the customer's records, members of the chosen group first.
 */
export function ofCustomer(field: FieldView, current: (name: string) => FieldValue): FieldView {
  if (!(field.ofCustomer || field.assigns) || !field.optionsUrl) return field;
  const chosen = Object.entries(field.assigns ? assignment : customer).flatMap(([name, parameter]) => {
    const id = current(name);
    return id ? [`&${parameter}=${encodeURIComponent(String(id))}`] : [];
  });
  return { ...field, optionsUrl: [field.optionsUrl, ...chosen].join('') };
}
