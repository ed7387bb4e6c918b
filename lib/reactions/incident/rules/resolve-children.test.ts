import { describe, expect, it } from 'vitest';
import { theIncidentWith, theProblemWith } from '#lib/testing/records.ts';
import {
  isResolvedNow,
  onlyShown,
  openChildrenMessage,
  resolveChildrenLabel,
  resolvedChildrenMessage,
} from './resolve-children.ts';

describe('INC-7 · children and their parent', () => {
  it.each([
    ['new', 'resolved', true],
    ['on_hold', 'resolved', true],
    ['resolved', 'resolved', false],
    ['new', 'in_progress', false],
    ['resolved', 'closed', false],
  ])('INC-7 · from %s to %s they are resolved too: %s', (before, after, ok) => {
    expect(isResolvedNow(theIncidentWith({ state: before }), theIncidentWith({ state: after })).ok).toBe(ok);
  });

  it('INC-7 · other kinds have none', () => {
    const { ok } = isResolvedNow(theProblemWith({ state: 'fix_in_progress' }), theProblemWith({ state: 'resolved' }));
    expect(ok).toBe(false);
  });

  it.each([
    [['INC1', 'INC2'], ['INC1', 'INC2'], null],
    [['INC1', 'INC2'], ['INC2'], null],
    [['INC1'], [], null],
    [
      ['INC1'],
      ['INC1', 'INC2', 'INC3'],
      'The child incidents INC2, INC3 are open now, and were not when you ticked the box. Open now: INC1, INC2, INC3.',
    ],
    [
      ['INC1'],
      ['INC2'],
      'The child incident INC2 is open now, and was not when you ticked the box. The child incident INC1 is no longer open. Open now: INC2.',
    ],
    [
      ['INC1', 'INC2', 'INC3'],
      ['INC2', 'INC9'],
      'The child incident INC9 is open now, and was not when you ticked the box. The child incidents INC1, INC3 are no longer open. Open now: INC2, INC9.',
    ],
  ])('INC-7 · of those shown, %j, with %j open now: %s', (shown, open, because) => {
    const tick = ' Tick the box again to resolve them all.';
    expect(onlyShown(shown, open)).toEqual(
      because ? { ok: false, rule: 'INC-7', because: because + tick } : { ok: true },
    );
  });

  it('INC-7 · says how many stay open', () => {
    expect([0, 1, 2].map(openChildrenMessage)).toEqual([
      '',
      '1 child incident stays open.',
      '2 child incidents stay open.',
    ]);
  });

  it('INC-7 · reports how many were resolved, and which were left out with the reason', () => {
    const leftOut = [{ number: 'INC0010009', because: 'Your roles do not allow it.' }];
    expect(resolvedChildrenMessage({ resolved: ['INC0010008'], leftOut })).toBe(
      '1 child incident resolved with it. INC0010009 was left out: Your roles do not allow it.',
    );
    expect(resolvedChildrenMessage({ resolved: ['a', 'b'], leftOut: [] })).toBe('2 child incidents resolved with it.');
    expect(resolveChildrenLabel(1)).toBe('Resolve its open child incident with the same code and notes');
    expect(resolveChildrenLabel(3)).toBe('Resolve its 3 open child incidents with the same code and notes');
  });
});
