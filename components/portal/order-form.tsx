'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { useKeptText } from '#components/ui/kept/use-kept.ts';
import { TextArea } from '#components/ui/text-area.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { amount } from '#lib/platform/money.ts';
import type { PortalCategory } from '#lib/portal/queries/portal-catalog.ts';
import { orderAction } from '#lib/portal/requests/actions.ts';
import { filled } from '#lib/words/message.ts';
import { Offers } from './offers.tsx';
import { OrderFor } from './order-for.tsx';
import type { OrderWords } from './order-words.ts';
import { Refusal } from './refusal.tsx';
import { useChosen } from './use-chosen.ts';
import { useSending } from './use-sending.ts';

interface OrderFormProps {
  categories: readonly PortalCategory[];
  asksForWhom: boolean;
  language: string;
  words: OrderWords;
}

/** POR-6 · Chooses items of the catalog and sends them as one request. */
export function OrderForm({ categories, asksForWhom, language, words }: OrderFormProps) {
  const router = useRouter();
  const { chosen, choose, clear } = useChosen();
  const [typed, setTyped] = useState('');
  const [deliveryInformation, setDelivery] = useKeptText('delivery');
  const [forEmail, setForEmail] = useKeptText('for');
  const { send, pending, refused, errors } = useSending(orderAction, {
    name: 'order',
    lost: words['answer.lost'],
    onDone: (made) => {
      clear();
      setDelivery('');
      setForEmail('');
      if (made) router.push(`/portal/cases/${made.number}`);
    },
  });
  const offers = categories.flatMap((category) => category.offers);
  const items = offers.flatMap(({ id }) => (chosen[id] ? [{ catalogItemId: id, quantity: chosen[id] }] : []));
  const total = offers.reduce((sum, { id, priceCents }) => sum + priceCents * (chosen[id] ?? 0), 0);
  return (
    <form
      noValidate
      className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]"
      onSubmit={(event) => {
        event.preventDefault();
        send({ items, deliveryInformation, forEmail });
      }}
    >
      <div className="grid min-w-0 gap-4">
        <Field label={words['order.search']}>
          {(control) => (
            <TextInput
              {...control}
              type="search"
              className="min-h-10"
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
              // Enter looks for words and sends nothing.
              onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
            />
          )}
        </Field>
        <Offers
          categories={categories}
          typed={typed}
          chosen={chosen}
          choose={choose}
          words={words}
          language={language}
        />
      </div>
      <div className="grid gap-4 rounded-md border bg-surface p-4 lg:sticky lg:top-4">
        <Refusal refused={refused} />
        <p role="status" className="font-medium">
          {filled(words['order.chosen'], { count: items.length })}
          {total > 0 && ` · ${filled(words['order.total'], { price: amount(total) })}`}
        </p>
        {errors.items && <p className="text-sm text-tone-red">{errors.items}</p>}
        <Field
          label={words['order.delivery']}
          {...(errors.deliveryInformation ? { error: errors.deliveryInformation } : {})}
        >
          {(control) => (
            <TextArea
              {...control}
              rows={3}
              value={deliveryInformation}
              onChange={({ target }) => setDelivery(target.value)}
            />
          )}
        </Field>
        {asksForWhom && <OrderFor value={forEmail} onChange={setForEmail} error={errors.forEmail} words={words} />}
        <Button type="submit" variant="primary" className="min-h-11" aria-busy={pending || undefined}>
          {words['order.send']}
        </Button>
      </div>
    </form>
  );
}
