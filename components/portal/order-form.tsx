'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { useDraftText } from '#components/ui/drafts/use-draft-text.ts';
import { Field } from '#components/ui/field.tsx';
import { SentForm } from '#components/ui/sent-form.tsx';
import { TextAreaField } from '#components/ui/text-field.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { toast } from '#components/ui/toast.ts';
import { amount } from '#lib/platform/money.ts';
import { orderAction } from '#lib/portal/requests/actions.ts';
import { filled } from '#lib/words/message.ts';
import { ColleagueField } from './colleague-field.tsx';
import type { OfferCategory } from './offer-in-words.ts';
import { Offers } from './offers.tsx';
import type { OrderWords } from './order-words.ts';
import { Refusal } from './refusal.tsx';
import { useChosen } from './use-chosen.ts';
import { useSending } from './use-sending.ts';

interface OrderFormProps {
  categories: readonly OfferCategory[];
  forColleagues: boolean;
  words: OrderWords;
}

/** POR-6 · Orders chosen catalog items as one request. */
export function OrderForm({ categories, forColleagues, words }: OrderFormProps) {
  const router = useRouter();
  const { chosen, choose, clear } = useChosen();
  const [typed, setTyped] = useState('');
  const [deliveryInformation, setDelivery] = useDraftText('delivery');
  const [forEmail, setForEmail] = useDraftText('for');
  const { send, pending, refused, errors, forget } = useSending(orderAction, {
    name: 'order',
    lost: words['answer.lost'],
    onDone: (made) => {
      clear();
      for (const set of [setDelivery, setForEmail]) set('');
      if (!made) return;
      toast({ text: words['done.ordered'] });
      router.push(`/portal/cases/${made.number}`);
    },
  });
  const offers = categories.flatMap((category) => category.offers);
  const items = offers.flatMap(({ id }) => (chosen[id] ? [{ catalogItemId: id, quantity: chosen[id] }] : []));
  const total = offers.reduce((sum, { id, priceCents }) => sum + priceCents * (chosen[id] ?? 0), 0);
  const sum = total > 0 ? ` · ${filled(words['order.total'], { price: amount(total) })}` : '';
  const chosenWords = `${filled(words['order.chosen'], { count: items.length })}${sum}`;
  return (
    <SentForm
      className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]"
      onSend={() => send({ items, deliveryInformation, forEmail })}
      onInput={forget}
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
              // Enter in the search box must not submit the form.
              onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
            />
          )}
        </Field>
        <Offers categories={categories} typed={typed} chosen={chosen} choose={choose} words={words} />
      </div>
      <div id="send-order" className="grid scroll-mt-4 gap-4 rounded-md border bg-surface p-4 lg:sticky lg:top-4">
        <Refusal refused={refused} />
        <p role="status" className="font-medium">
          {chosenWords}
        </p>
        {errors.items && <p className="text-sm text-tone-red">{errors.items}</p>}
        <TextAreaField
          label={words['order.delivery']}
          error={errors.deliveryInformation}
          rows={3}
          value={deliveryInformation}
          onChange={({ target }) => setDelivery(target.value)}
        />
        {forColleagues && (
          <ColleagueField
            label={words['order.for']}
            hint={words['order.for.hint']}
            value={forEmail}
            onChange={setForEmail}
            error={errors.forEmail}
          />
        )}
        <Button type="submit" variant="primary" className="min-h-11" aria-busy={pending || undefined}>
          {words['order.send']}
        </Button>
      </div>
      {items.length > 0 && <OrderBar chosen={chosenWords} review={words['order.review']} />}
    </SentForm>
  );
}

/** On a phone, a bar keeps the chosen items visible, with a link to the end of the form. */
function OrderBar({ chosen, review }: { chosen: string; review: string }) {
  return (
    <div className="sticky bottom-0 -mx-3 flex items-center gap-3 border-t bg-raised px-3 py-2 shadow-float sm:-mx-4 sm:px-4 lg:hidden">
      <span aria-hidden className="min-w-0 flex-1 font-medium wrap-anywhere">
        {chosen}
      </span>
      <a href="#send-order" className="button button-primary button-m min-h-11">
        {review}
      </a>
    </div>
  );
}
