'use client';

import { useState } from 'react';
import { useDraftState } from '#components/ui/drafts/use-draft-text.ts';
import type { Option } from '#components/ui/use-combobox.ts';
import type { FieldView } from '#lib/kinds/field-view.ts';
import type { NewForm } from '#lib/new-record/form.ts';
import type { FieldValue } from '#lib/record/field.ts';

type Typed = Readonly<Record<string, { value: FieldValue; display: string }>>;

const nothing: Typed = {};

/** The type-ahead's extra data: the values that a choice autofills, by the chosen field. */
type Filling = Option & { autofills?: Record<string, Record<string, string | null>> };

/**
 * The draft by field. It survives leaving the page, and a change of kind for fields that both kinds have. `begun`: initial
 * values before anything is typed.
 */
export function useNewValues(begun: Typed = nothing) {
  const [draft, setTyped] = useDraftState('values', nothing);
  const typed: Typed = { ...begun, ...draft };
  const [isTouched, setTouched] = useState(false);

  function change(name: string, value: FieldValue, display: string, option?: Option | null) {
    const filled: Record<string, { value: FieldValue; display: string }> = {};
    const { autofills = {}, detail = '' }: Filling = option ?? { id: '', label: '' };
    for (const [other, fill] of Object.entries(autofills[name] ?? {})) filled[other] = { value: fill, display: detail };
    changeAll({ ...filled, [name]: { value, display } });
  }

  /** Changes several fields at once, with their display texts. */
  function changeAll(values: Typed) {
    setTouched(true);
    setTyped(() => ({ ...draft, ...values }));
  }

  /** The chosen option of a reference field. */
  function chosenIn(name: string): Option | null {
    const { value = null, display = '' } = typed[name] ?? {};
    return value === null || value === '' ? null : { id: String(value), label: display };
  }

  const currentOf = ({ name, value }: FieldView) => typed[name]?.value ?? value;
  const displayOf = ({ name, display }: FieldView) => typed[name]?.display ?? display;

  function valuesOf({ sections }: NewForm): Record<string, FieldValue> {
    const fields = sections.flatMap((section) => section.fields).filter(({ editable }) => editable);
    return Object.fromEntries(fields.map((field) => [field.name, currentOf(field)]));
  }

  /** A field's draft as text. */
  const textOf = (name: string) => String(typed[name]?.value ?? '');

  const valueNamed = (name: string): FieldValue => typed[name]?.value ?? null;

  const isEmpty = Object.keys(draft).length === 0;
  /** The draft is from an earlier visit and has not been edited yet. */
  const isFromBefore = !isEmpty && !isTouched;
  const discard = () => setTyped(() => nothing);

  return {
    isEmpty,
    isFromBefore,
    discard,
    textOf,
    valueNamed,
    chosenIn,
    change,
    changeAll,
    currentOf,
    displayOf,
    valuesOf,
  };
}

export type NewValues = ReturnType<typeof useNewValues>;
