import { describe, expect, it } from 'vitest';
import type { FieldView } from '#lib/kinds/field-view.ts';
import { priorityWith, proposedPriority } from './proposed-priority.ts';

const priority = {
  options: ['2 - High', '3 - Moderate', '4 - Low'].map((label) => ({ value: label.charAt(0), label })),
};
const lookup = { '2 3': '4 - Low', '2 2': '3 - Moderate', '2 1': '2 - High' };
const propose = (current: string, urgency: string) =>
  proposedPriority(priority, lookup, {
    before: { impact: '2', urgency: '3' },
    after: { impact: '2', urgency },
    current,
  })?.label ?? null;

describe('CASE-12 · the priority of a form whose impact or urgency is edited', () => {
  it('follows the lookup', () => expect(propose('4', '1')).toBe('2 - High'));
  it('stays where it was chosen by hand', () => expect(propose('2', '2')).toBeNull());
  it('stays where no row of the lookup fits', () => expect(propose('4', '9')).toBeNull());
});

describe('CASE-12 · the priority of a record that is edited', () => {
  const field = { ...priority, name: 'priority', editable: true } as FieldView;
  const edited = (name: string, value: string, { editable = true, current = '4' } = {}) => {
    const values: Readonly<Record<string, string>> = { impact: '2', urgency: '3', priority: current };
    const form = {
      priority: { ...field, editable },
      priorityByPair: lookup,
      current: (each: string) => values[each] ?? null,
    };
    return priorityWith(name, value, form)?.value ?? null;
  };
  it('CASE-12 · follows its urgency', () => expect(edited('urgency', '1')).toBe('2'));
  it('CASE-12 · stays with another field', () => expect(edited('state', '1')).toBeNull());
  it('CASE-12 · stays where it was chosen by hand', () => expect(edited('urgency', '1', { current: '3' })).toBeNull());
  it('CASE-12 · does not change unless a user sets it', () =>
    expect(edited('urgency', '1', { editable: false })).toBeNull());
});
