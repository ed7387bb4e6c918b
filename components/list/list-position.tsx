'use client';

import dynamic from 'next/dynamic';
import { useSyncExternalStore } from 'react';
import { useFreshPage } from '#components/shell/use-prefetch.ts';
import { pathOfNumber } from '#lib/record/kind.ts';
import { onRememberedList, rememberedList } from './list-memory.ts';
import { useListOwner } from './use-list-owner.ts';

// Not needed if the record was not opened from a list.
const ListNeighbours = dynamic(() => import('./list-neighbours.tsx').then((module) => module.ListNeighbours));

/** Links to the neighbours of this record in the list that it was opened from. */
export function ListPosition({ number }: { number: string }) {
  useFreshPage(pathOfNumber(number));
  const list = useSyncExternalStore(onRememberedList, rememberedList, () => null);
  const owner = useListOwner();
  const at = list?.owner === owner ? list.numbers.indexOf(number) : -1;
  return list && at >= 0 ? <ListNeighbours list={list} at={at} /> : null;
}
