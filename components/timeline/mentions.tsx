'use client';

import type { Option } from '#components/ui/use-combobox.ts';
import { TypedList } from './typed-list.tsx';
import { typedMention, withMention } from './typed-mention.ts';
import { useTypedList } from './use-typed-list.ts';

/** A person who can be mentioned. */
export type Person = Option;

interface MentionsProps {
  /** The id of the text box. */
  box: string;
  /** The address that answers `?q=` with people. */
  source: string;
  /** The people mentioned in the text already. */
  mentioned: readonly Person[];
  /** Called with a chosen person, and the text with the name in it. */
  onMention: (text: string, person: Person) => void;
}

const status = (count: number) => `${count === 1 ? '1 person' : `${count} people`} to mention: arrow keys, then Enter.`;

const nobody = (name: string) => `No one named ${name} has access.`;

/** The people suggested after an `@` in a text box. */
export function Mentions({ box, source, mentioned, onMention }: MentionsProps) {
  const names = mentioned.map(({ label }) => label);
  const list = useTypedList<Person>({
    box,
    source,
    find: (text, caret) => typedMention(text, caret, names),
    write: (text, typed, { label }) => withMention(text, typed, label),
    onChoose: onMention,
  });
  return <TypedList {...list} label="People to mention" status={status} nothing={nobody} />;
}
