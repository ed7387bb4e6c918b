'use client';

import { type FormEvent, useContext, useMemo, useState, useSyncExternalStore } from 'react';
import { draftTextNow } from './drafts.ts';
import { DraftScopeContext, useDraftText } from './use-draft-text.ts';

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
    if (control.type === 'hidden' && !('drafted' in control.dataset)) continue;
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
 * REC-5 · Stores the draft of a form with uncontrolled inputs: `key` and `save` go to the form; `typedOr` and `typedAll` give
 * the initial values of its controls.
 */
export function useFormDraft(name: string) {
  const [text, setText] = useDraftText(name);
  const [round, setRound] = useState(0);
  const scope = useContext(DraftScopeContext);
  const readDraft = useMemo(() => readOnce(scope === null ? null : `${scope} ${name}`, round), [scope, name, round]);
  const restored = useSyncExternalStore(never, readDraft, () => '');
  const values = useMemo(() => valuesIn(restored), [restored]);
  const save = ({ currentTarget }: FormEvent<HTMLFormElement>) => setText(JSON.stringify(valuesOf(currentTarget)));

  return {
    name,
    /** Changes when the controls must be mounted anew. */
    key: `${round} ${restored}`,
    save,
    hasDraft: text !== '',
    typedOr: (field: string, saved: string) => values[field]?.[0] ?? saved,
    typedAll: (field: string): readonly string[] | undefined => values[field],
    /** After a save or discard: the controls start with the saved values. */
    discard: () => {
      setText('');
      setRound(round + 1);
    },
  };
}

export type FormDraft = ReturnType<typeof useFormDraft>;

/** The draft as first read in a round: it stays the same while the user types. */
function readOnce(key: string | null, _round: number): () => string {
  let text: string | undefined;
  return () => {
    text ??= key === null ? '' : draftTextNow(key);
    return text;
  };
}
