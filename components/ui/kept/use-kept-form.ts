'use client';

import { type FormEvent, useContext, useMemo, useState, useSyncExternalStore } from 'react';
import { draftTextNow } from './kept-texts.ts';
import { KeptUnder, useKeptText } from './use-kept.ts';

type Values = Readonly<Record<string, readonly string[]>>;

const never = () => () => {};

/** What the controls of a form hold, by name: passwords are not kept, nor what nobody typed. */
function valuesOf(form: HTMLFormElement): Values {
  const values: Record<string, string[]> = {};
  for (const control of form.elements) {
    const isControl =
      control instanceof HTMLInputElement ||
      control instanceof HTMLTextAreaElement ||
      control instanceof HTMLSelectElement;
    if (!isControl || control.name === '' || control.type === 'password') continue;
    if (control.type === 'hidden' && !('kept' in control.dataset)) continue;
    const isLeftOut = control instanceof HTMLInputElement && control.type === 'checkbox' && !control.checked;
    values[control.name] = [...(values[control.name] ?? []), ...(isLeftOut ? [] : [control.value])];
  }
  return values;
}

function valuesIn(text: string): Values {
  try {
    const values: unknown = JSON.parse(text);
    return typeof values === 'object' && values !== null ? (values as Values) : {};
  } catch {
    return {};
  }
}

/**
 * REC-5 · Keeps what is typed into a form whose controls hold their own values: `key` and `keep` go to the form, `typedOr`
 * and `typedAll` say with what its controls begin.
 */
export function useKeptForm(name: string) {
  const [text, setText] = useKeptText(name);
  const [turn, setTurn] = useState(0);
  const under = useContext(KeptUnder);
  const begin = useMemo(() => readOnce(under === null ? null : `${under} ${name}`, turn), [under, name, turn]);
  const begun = useSyncExternalStore(never, begin, () => '');
  const values = useMemo(() => valuesIn(begun), [begun]);
  const keep = ({ currentTarget }: FormEvent<HTMLFormElement>) => setText(JSON.stringify(valuesOf(currentTarget)));

  return {
    name,
    /** Another one when the controls have to begin anew. */
    key: `${turn} ${begun}`,
    keep,
    isKept: text !== '',
    typedOr: (field: string, saved: string) => values[field]?.[0] ?? saved,
    typedAll: (field: string): readonly string[] | undefined => values[field],
    /** It was saved, or is not wanted: the controls begin with what is saved. */
    discard: () => {
      setText('');
      setTurn(turn + 1);
    },
  };
}

export type KeptForm = ReturnType<typeof useKeptForm>;

/** What is kept when it is first asked for in a turn: it stays the same while one types. */
function readOnce(key: string | null, _turn: number): () => string {
  let text: string | undefined;
  return () => {
    text ??= key === null ? '' : draftTextNow(key);
    return text;
  };
}
