'use client';

import { ReferenceControl } from '#components/field/reference-control.tsx';
import { Field, FieldGrid } from '#components/ui/field.tsx';
import { SearchPicker } from '#components/ui/search-picker.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import type { Offer } from '#lib/request/queries/offers.ts';
import { OfferRow } from './offer-row.tsx';
import { OrderLines } from './order-lines.tsx';
import type { Order } from './use-order.ts';
import { useRequestGroup } from './use-request-group.ts';

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
        <Field label="Quantity" required error={errors[`items.${lines.length - 1}.quantity`] ?? []}>
          {(control) => (
            <TextInput
              {...control}
              type="number"
              min={1}
              max={99}
              value={quantity}
              onChange={({ target }) => order.setQuantity(target.value)}
            />
          )}
        </Field>
        <Field label="Requested for" error={errors.requestedForId ?? []}>
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
          error={errors.assignmentGroupId ?? []}
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
          <Field key={name} label={label} error={errors[name] ?? []}>
            {(control) => (
              <TextArea
                {...control}
                rows={2}
                value={order.texts[name]}
                onChange={({ target }) => order.setTexts({ ...order.texts, [name]: target.value })}
              />
            )}
          </Field>
        ))}
      </FieldGrid>
      <OrderLines order={order} />
    </>
  );
}
