'use client';

import { useState } from 'react';
import type { Option } from '#components/ui/use-combobox.ts';
import type { Offer } from '#lib/request/queries/offers.ts';
import type { CreateRequest } from '#lib/request/schema.ts';

export type OrderLine = { offer: Offer; count: number };

/** REQ-3 · A line that the command would accept. */
const isWhole = ({ count }: OrderLine) => Number.isInteger(count) && count >= 1 && count <= 99;

/**
 * What is being ordered: lines that are complete, and the one that is being chosen. `input` is what the command takes, null
 * while nothing is chosen.
 */
export function useOrder(requestedFor: Option | null) {
  const [finished, setFinished] = useState<readonly OrderLine[]>([]);
  const [offer, setOffer] = useState<Offer | null>(null);
  const [quantity, setQuantity] = useState('1');
  const [person, setPerson] = useState(requestedFor);
  const [texts, setTexts] = useState({ deliveryInformation: '', specialInstructions: '' });
  const current = offer && { offer, count: Number(quantity) };
  // An item has one line: to choose it again is to change its quantity.
  const others = finished.filter((line) => line.offer.id !== offer?.id);
  const lines = current ? [...others, current] : finished;
  const input: CreateRequest | null =
    lines.length === 0
      ? null
      : {
          items: lines.map((line) => ({ catalogItemId: line.offer.id, quantity: line.count })),
          ...(person ? { requestedForId: person.id } : {}),
          ...texts,
        };

  /** Choosing an item that has a line already takes its quantity up. */
  const choose = (chosen: Offer) => {
    setOffer(chosen);
    setQuantity(String(finished.find((line) => line.offer.id === chosen.id)?.count ?? 1));
  };
  const putAside = () => {
    setFinished(lines);
    setOffer(null);
    setQuantity('1');
  };
  const drop = (line: OrderLine) => setFinished(finished.filter((each) => each !== line));
  /** Puts the chosen item aside to choose another; null while there is nothing to put aside. */
  const another = current && isWhole(current) ? putAside : null;

  const chosen = { finished, lines, offer, quantity, input, person, texts };
  return { ...chosen, choose, setQuantity, another, drop, setPerson, setTexts };
}

export type Order = ReturnType<typeof useOrder>;
