import type { FieldValue } from '#lib/task/field.ts';
import type { FieldView } from '#lib/task/field-view.ts';

const customer = { contactId: 'contact', consumerId: 'consumer', accountId: 'account' } as const;

/** REC-5 · A field of what customers own, as it looks for what belongs to the customer that the form names now. */
export function ofCustomer(field: FieldView, current: (name: string) => FieldValue): FieldView {
  if (!field.ofCustomer || !field.optionsUrl) return field;
  const chosen = Object.entries(customer).flatMap(([name, parameter]) => {
    const id = current(name);
    return id ? [`&${parameter}=${encodeURIComponent(String(id))}`] : [];
  });
  return { ...field, optionsUrl: [field.optionsUrl, ...chosen].join('') };
}
