'use client';

import { useDraftState } from '#components/ui/drafts/use-draft-text.ts';
import type { FieldView } from '#lib/kinds/field-view.ts';
import { amount } from '#lib/platform/money.ts';
import type { FieldValue } from '#lib/record/field.ts';

type Typed = Readonly<Record<string, { value: FieldValue; display: string; base: FieldValue }>>;

/** The draft values by field, and the version seen when editing began. */
type StoredDraft = { typed: Typed; seen: number | null };

const nothing: StoredDraft = { typed: {}, seen: null };

/** Display text of a draft value: choices show their labels. */
function shown({ type, options }: FieldView, value: FieldValue): string {
  const text = String(value ?? '');
  if (type === 'yes-no') return value ? 'Yes' : 'No';
  if (type === 'money' && text) return amount(Number(text));
  return options?.find((option) => option.value === text)?.label ?? text;
}

function isDraftOf(field: FieldView | undefined, value: FieldValue): boolean {
  if (!field || same(field.value, value)) return false;
  return (
    !field.options || value === null || value === '' || field.options.some((option) => option.value === String(value))
  );
}

const displayless = (values: Readonly<Record<string, FieldValue>>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value, display: '' }]));

const same = (one: FieldValue, other: FieldValue) => String(one ?? '') === String(other ?? '');

/**
 * REC-3 · The draft over a record's fields. Untouched fields follow what others save; the version is the one seen when editing
 * began. The draft is kept under `name`. Values that have been saved since then, or can no longer be chosen, are dropped.
 */
export function useDraft(name: string, fields: Readonly<Record<string, FieldView>>, version: number) {
  const [{ typed: all, seen }, change] = useDraftState(name, nothing);
  const typed = Object.fromEntries(Object.entries(all).filter(([field, { value }]) => isDraftOf(fields[field], value)));

  function store(next: Typed) {
    change(() => (Object.keys(next).length === 0 ? nothing : { typed: next, seen: seen ?? version }));
  }

  function without(names: readonly string[]) {
    store(Object.fromEntries(Object.entries(typed).filter(([field]) => !names.includes(field))));
  }

  /** Sets a field's draft; `dropped` lists fields whose drafts no longer apply, `follows` changes other fields with it. */
  function type(
    field: string,
    value: FieldValue,
    display: string,
    {
      dropped = [],
      follows = {},
    }: { dropped?: readonly string[]; follows?: Readonly<Record<string, FieldValue>> } = {},
  ) {
    const changed = { [field]: { value, display }, ...displayless(follows) };
    const others = Object.entries(typed).filter(([other]) => !(other in changed || dropped.includes(other)));
    const mine = Object.entries(changed).flatMap(([name, own]) => {
      const base = fields[name]?.value ?? null;
      return same(base, own.value) ? [] : [[name, { ...own, base: typed[name]?.base ?? base }] as const];
    });
    store(Object.fromEntries([...others, ...mine]));
  }

  return {
    names: Object.keys(typed),
    /** The part of the draft that can be saved. */
    values: Object.fromEntries(
      Object.entries(typed).flatMap(([field, { value }]) => (fields[field]?.editable ? [[field, value]] : [])),
    ),
    version: seen ?? version,
    type,
    without,
    discard: () => change(() => nothing),
    /** Saved values leave the draft; values typed since then stay. */
    saved(values: Readonly<Record<string, FieldValue>>) {
      change((now) => ({
        typed: Object.fromEntries(
          Object.entries(now.typed).filter(([field, { value }]) => !same(values[field] ?? null, value)),
        ),
        seen: null,
      }));
    },
    valueOf: (field: string): FieldValue => (typed[field] ?? fields[field])?.value ?? null,
    displayOf: (field: string): string => (typed[field] ?? fields[field])?.display ?? '',
    /** Display text of the form's value. */
    shownOf: (field: string): string => {
      const view = fields[field];
      const { value, display } = typed[field] ?? view ?? { value: null, display: '' };
      return display || (view ? shown(view, value) : '');
    },
    /** Another user's new value for a field, saved since editing began. */
    meanwhile: (field: string): string | undefined => {
      const mine = typed[field];
      const view = fields[field];
      return mine && view && !same(mine.base, view.value) ? view.display || 'nothing' : undefined;
    },
  };
}

export type Draft = ReturnType<typeof useDraft>;
