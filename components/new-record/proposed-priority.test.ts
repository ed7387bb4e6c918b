import { describe, expect, it } from 'vitest';
import { proposedPriority } from './proposed-priority.ts';

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
