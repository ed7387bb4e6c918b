'use client';

import { useDraftState } from '#components/ui/drafts/use-draft-text.ts';
import type { Option } from '#components/ui/use-combobox.ts';
import type { Offer } from '#lib/request/queries/offers.ts';
import type { CreateRequest } from '#lib/request/schema.ts';

export type OrderLine = { offer: Offer; count: number };

/** REQ-3 · Whether a line is valid for the command. */
const isWhole = ({ count }: OrderLine) => Number.isInteger(count) && count >= 1 && count <= 99;

interface Begun {
  finished: readonly OrderLine[];
  offer: Offer | null;
  quantity: string;
  /** Null: the default recipient; `person: null` if it was cleared. */
  requestedFor: { person: Option | null } | null;
  /** Null: the proposed one. */
  group: Option | null;
  texts: { deliveryInformation: string; specialInstructions: string };
}

const nothing: Begun = {
  finished: [],
  offer: null,
  quantity: '1',
  requestedFor: null,
  group: null,
  texts: { deliveryInformation: '', specialInstructions: '' },
};

/**
 * The order draft: complete lines, and the line being edited. `input` is the command's input, null while nothing is chosen.
 * REC-5: the draft is stored until it is sent or discarded.
 */
export function useOrder(requestedFor: Option | null) {
  const [begun, change] = useDraftState('order', nothing);
  const { finished, offer, quantity, group, texts } = begun;
  const { person } = begun.requestedFor ?? { person: requestedFor };
  const set = (more: Partial<Begun>) => change((now) => ({ ...now, ...more }));
  const current = offer && { offer, count: Number(quantity) };
  // Each item has one line: choosing it again changes its quantity.
  const others = finished.filter((line) => line.offer.id !== offer?.id);
  const lines = current ? [...others, current] : finished;
  const input: CreateRequest | null =
    lines.length === 0
      ? null
      : {
          items: lines.map((line) => ({ catalogItemId: line.offer.id, quantity: line.count })),
          ...(person ? { requestedForId: person.id } : {}),
          ...(group ? { assignmentGroupId: group.id } : {}),
          ...texts,
        };

  /** Choosing an item that already has a line continues with its quantity. */
  const choose = (chosen: Offer) => {
    const count = finished.find((line) => line.offer.id === chosen.id)?.count ?? 1;
    set({ offer: chosen, quantity: String(count) });
  };
  const putAside = () => set({ finished: lines, offer: null, quantity: '1' });
  const drop = (line: OrderLine) => set({ finished: finished.filter((each) => each !== line) });
  /** Completes the chosen line to start another; null if there is none to complete. */
  const another = current && isWhole(current) ? putAside : null;

  return {
    finished,
    lines,
    offer,
    quantity,
    input,
    person,
    group,
    texts,
    choose,
    another,
    drop,
    isEmpty: begun === nothing,
    setQuantity: (typed: string) => set({ quantity: typed }),
    setPerson: (other: Option | null) => set({ requestedFor: { person: other } }),
    setGroup: (chosen: Option | null) => set({ group: chosen }),
    setTexts: (typed: Begun['texts']) => set({ texts: typed }),
    discard: () => change(() => nothing),
  };
}

export type Order = ReturnType<typeof useOrder>;
