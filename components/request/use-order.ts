'use client';

import { useState } from 'react';
import type { Option } from '#components/ui/use-combobox.ts';
import type { Offer } from '#lib/request/queries/offers.ts';
import type { CreateRequest } from '#lib/request/schema.ts';

/** What is being ordered; `wish` is what the command takes, null while nothing is chosen. */
export function useOrder(requestedFor: Option | null) {
  const [offer, choose] = useState<Offer | null>(null);
  const [quantity, setQuantity] = useState('1');
  const [person, setPerson] = useState(requestedFor);
  const [texts, setTexts] = useState({ deliveryInformation: '', specialInstructions: '' });
  const count = Number(quantity);
  const wish: CreateRequest | null = offer && {
    items: [{ catalogItemId: offer.id, quantity: count }],
    ...(person ? { requestedForId: person.id } : {}),
    ...texts,
  };
  return { offer, choose, quantity, count, setQuantity, person, setPerson, texts, setTexts, wish };
}

export type Order = ReturnType<typeof useOrder>;
