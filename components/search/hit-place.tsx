import type { ReactNode } from 'react';
import { ExactTime } from '#components/ui/exact-time.tsx';
import type { Hit, Place } from '#lib/search/hit.ts';
import { MarkedText } from './marked-text.tsx';

type Entry = Hit['entry'];

const of = (what: string) => (entry: Entry) =>
  entry ? (
    <>
      {what} of <ExactTime at={entry.at} dateOnly /> by {entry.by}
    </>
  ) : (
    what
  );

/** Where the words were found, other than in the title. */
const places: Readonly<Record<Place, (entry: Entry) => ReactNode>> = {
  number: () => null,
  title: () => null,
  name: () => null,
  description: () => 'In the description',
  text: () => 'In the text',
  email: () => 'Email',
  work_note: of('In a work note'),
  comment: of('In a comment'),
};

/** The text in which a hit's words were found, with an excerpt. */
export function HitPlace({ hit: { place, entry, excerpt } }: { hit: Hit }) {
  if (excerpt.length === 0) return null;
  return (
    <>
      {places[place](entry)}: <MarkedText pieces={excerpt} />
    </>
  );
}
