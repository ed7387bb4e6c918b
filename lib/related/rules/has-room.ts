import { no, type Verdict, yes } from '#lib/platform/verdict.ts';
import { type LinkName, links } from '#lib/record/link.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import type { Source } from '../source.ts';

/** REL-4 · A case or incident has at most one record in each field; the refusal of a second record names the first. */
export function fieldIsFree({ number }: Source, link: LinkName, present: string | null): Verdict {
  if (present === null) return yes;
  return no('REL-4', `${number} already has ${links[link].noun.toLowerCase()} ${present}.`);
}

/** REL-8, REL-16 · A record such as a request belongs to at most one case; a hidden case is not named. */
export function hasNoCaseYet(record: TaskRecord, present: { number: string; readable: boolean } | null): Verdict {
  if (present === null) return yes;
  const named = present.readable ? `case ${present.number}` : 'another case';
  return no('REL-8', `${record.number} already belongs to ${named}.`, 'number');
}

/** REL-12 · Only a linked record can be removed. */
export function hasIt(source: Source, link: LinkName, present: string | null, number: string): Verdict {
  if (present === number) return yes;
  return no('REL-12', `${source.number} no longer has ${links[link].noun.toLowerCase()} ${number}.`);
}
