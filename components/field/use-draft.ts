'use client';

import { useKept } from '#components/ui/kept/use-kept.ts';
import { amount } from '#lib/platform/money.ts';
import type { FieldValue } from '#lib/task/field.ts';
import type { FieldView } from '#lib/task/field-view.ts';

type Typed = Readonly<Record<string, { value: FieldValue; display: string; base: FieldValue }>>;

/** What is typed, by field, and the version that one saw when one began. */
type Kept = { typed: Typed; seen: number | null };

const nothing: Kept = { typed: {}, seen: null };

/** How a value that was typed reads: choices by their labels. */
function shown({ type, options }: FieldView, value: FieldValue): string {
  const text = String(value ?? '');
  if (type === 'yes-no') return value ? 'Yes' : 'No';
  if (type === 'money' && text) return amount(Number(text));
  return options?.find((option) => option.value === text)?.label ?? text;
}

const same = (one: FieldValue, other: FieldValue) => String(one ?? '') === String(other ?? '');

/**
 * REC-3 · What one has typed over the fields of a record. Fields that one has not touched follow what others save; the
 * version is the one that one saw when one began. It is kept under its name.
 */
export function useDraft(name: string, fields: Readonly<Record<string, FieldView>>, version: number) {
  const [{ typed: all, seen }, change] = useKept(name, nothing);
  const typed = Object.fromEntries(Object.entries(all).filter(([field]) => fields[field]));

  function keep(next: Typed) {
    change(() => (Object.keys(next).length === 0 ? nothing : { typed: next, seen: seen ?? version }));
  }

  function without(names: readonly string[]) {
    keep(Object.fromEntries(Object.entries(typed).filter(([name]) => !names.includes(name))));
  }

  /** Types over a field; `dropped` are those whose drafts no longer make sense. */
  function type(field: string, value: FieldValue, display: string, dropped: readonly string[] = []) {
    const base = fields[field]?.value ?? null;
    const others = Object.entries(typed).filter(([other]) => other !== field && !dropped.includes(other));
    const mine = { value, display, base: typed[field]?.base ?? base };
    keep(Object.fromEntries(same(base, value) ? others : [...others, [field, mine]]));
  }

  return {
    names: Object.keys(typed),
    values: Object.fromEntries(Object.entries(typed).map(([field, { value }]) => [field, value])),
    version: seen ?? version,
    type,
    without,
    discard: () => change(() => nothing),
    /** What has been saved is no longer a draft; what was typed since then is. */
    saved(values: Readonly<Record<string, FieldValue>>) {
      change((now) => ({
        typed: Object.fromEntries(
          Object.entries(now.typed).filter(([field, { value }]) => !same(values[field] ?? null, value)),
        ),
        seen: null,
      }));
    },
    valueOf: (name: string): FieldValue => (typed[name] ?? fields[name])?.value ?? null,
    displayOf: (name: string): string => (typed[name] ?? fields[name])?.display ?? '',
    /** How what the form holds reads. */
    shownOf: (name: string): string => {
      const field = fields[name];
      const { value, display } = typed[name] ?? field ?? { value: null, display: '' };
      return display || (field ? shown(field, value) : '');
    },
    /** What somebody else has made of a field since one began to change it. */
    meanwhile: (name: string): string | undefined => {
      const mine = typed[name];
      const field = fields[name];
      return mine && field && !same(mine.base, field.value) ? field.display || 'nothing' : undefined;
    },
  };
}

export type Draft = ReturnType<typeof useDraft>;
