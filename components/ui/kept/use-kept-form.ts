'use client';

import { type FormEvent, useContext, useMemo, useState, useSyncExternalStore } from 'react';
import { draftTextNow } from './kept-texts.ts';
import { KeptUnder, useKeptText } from './use-kept.ts';

type Values = Readonly<Record<string, readonly string[]>>;

const never = () => () => {};

/** A form's values by control name, without passwords and untyped hidden values. */
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
 * REC-5 · Stores the draft of a form with uncontrolled inputs: `key` and `keep` go to the form; `typedOr` and `typedAll` give
 * the initial values of its controls.
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
    /** Changes when the controls must be mounted anew. */
    key: `${turn} ${begun}`,
    keep,
    isKept: text !== '',
    typedOr: (field: string, saved: string) => values[field]?.[0] ?? saved,
    typedAll: (field: string): readonly string[] | undefined => values[field],
    /** After a save or discard: the controls start with the saved values. */
    discard: () => {
      setText('');
      setTurn(turn + 1);
    },
  };
}

export type KeptForm = ReturnType<typeof useKeptForm>;

/** The draft as first read in a turn: it stays the same while the user types. */
function readOnce(key: string | null, _turn: number): () => string {
  let text: string | undefined;
  return () => {
    text ??= key === null ? '' : draftTextNow(key);
    return text;
  };
}
