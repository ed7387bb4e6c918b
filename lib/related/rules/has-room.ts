import { no, type Verdict, yes } from '#lib/platform/verdict.ts';
import { type LinkName, links } from '#lib/record/link.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import type { Source } from '../source.ts';

/** REL-4 · A case, or an incident, has at most one record in each field; who comes second learns which. */
export function hasNoneYet({ number }: Source, link: LinkName, present: string | null): Verdict {
  if (present === null) return yes;
  return no('REL-4', `${number} already has ${links[link].noun.toLowerCase()} ${present}.`);
}

/** REL-8, REL-16 · What a case has many of, such as requests, belongs to one case at most; a hidden one is not named. */
export function hasNoCaseYet(record: TaskRecord, present: { number: string; readable: boolean } | null): Verdict {
  if (present === null) return yes;
  const named = present.readable ? `case ${present.number}` : 'another case';
  return no('REL-8', `${record.number} already belongs to ${named}.`, 'number');
}

/** REL-12 · What is removed is what the case, or the incident, has. */
export function hasIt(source: Source, link: LinkName, present: string | null, number: string): Verdict {
  if (present === number) return yes;
  return no('REL-12', `${source.number} no longer has ${links[link].noun.toLowerCase()} ${number}.`);
}
