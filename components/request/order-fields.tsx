'use client';

import { useQuery } from '@tanstack/react-query';
import { ReferenceControl } from '#components/field/reference-control.tsx';
import { fetchJson } from '#components/ui/fetch-json.ts';
import { Field, FieldGrid } from '#components/ui/field.tsx';
import { SearchPicker } from '#components/ui/search-picker.tsx';
import { TextAreaField, TextField } from '#components/ui/text-field.tsx';
import type { Offer } from '#lib/request/queries/offers.ts';
import { OfferRow } from './offer-row.tsx';
import { OrderLines } from './order-lines.tsx';
import type { Order } from './use-order.ts';

const texts = [
  { name: 'deliveryInformation', label: 'Delivery information' },
  { name: 'specialInstructions', label: 'Special instructions' },
] as const;

interface OrderFieldsProps {
  order: Order;
  errors: Readonly<Record<string, string>>;
  caseNumber?: string;
}

/** REL-8, REQ-3 · The fields of an order: item, quantity, recipient and total. */
export function OrderFields({ order, errors, caseNumber = '' }: OrderFieldsProps) {
  const { offer, quantity, lines } = order;
  const proposed = useRequestGroup(caseNumber);
  return (
    <>
      <SearchPicker<Offer>
        label="Catalog"
        searchLabel="Search the catalog"
        source="/api/catalog?of=items"
        empty="No matching catalog items."
        chosen={offer?.id ?? ''}
        onChoose={order.choose}
        row={OfferRow}
      />
      <FieldGrid className="mt-4">
        <TextField
          label="Quantity"
          required
          error={errors[`items.${lines.length - 1}.quantity`] ?? []}
          type="number"
          min={1}
          max={99}
          value={quantity}
          onChange={({ target }) => order.setQuantity(target.value)}
        />
        <Field label="Requested for" error={errors.requestedForId}>
          {(control) => (
            <ReferenceControl
              {...control}
              source="/api/references?kind=person"
              chosen={order.person}
              onSelect={order.setPerson}
            />
          )}
        </Field>
        <Field
          label="Assignment group"
          error={errors.assignmentGroupId}
          hint={proposed && !order.group ? `If none is chosen: ${proposed}` : undefined}
        >
          {(control) => (
            <ReferenceControl
              {...control}
              source="/api/references?kind=group&assigns=request&creates=true"
              chosen={order.group}
              onSelect={order.setGroup}
            />
          )}
        </Field>
        {texts.map(({ name, label }) => (
          <TextAreaField
            key={name}
            label={label}
            error={errors[name]}
            rows={2}
            value={order.texts[name]}
            onChange={({ target }) => order.setTexts({ ...order.texts, [name]: target.value })}
          />
        ))}
      </FieldGrid>
      <OrderLines order={order} />
    </>
  );
}

/** REL-17 · The group that a request gets by default, in the server's words: "Service Desk, by default". */
function useRequestGroup(caseNumber: string): string | undefined {
  const query = new URLSearchParams({ request: caseNumber }).toString();
  const { data: [group] = [] } = useQuery({
    queryKey: ['default-group', query],
    queryFn: ({ signal }) => fetchJson<string[]>(`/api/default-group?${query}`, signal),
  });
  return group;
}
