import { describe, expect, it } from 'vitest';
import { requestDefinition } from '#lib/kinds/request/definition.ts';
import { theRequestWith } from '#lib/testing/records.ts';
import type { UpdateContext } from './definition.ts';
import { type LinkName, recordsOf } from './link.ts';

describe('the table of links', () => {
  it.each<[LinkName, string]>([
    ['incident', 'incidents'],
    ['problem', 'problems'],
    ['change', 'changes'],
    ['causedByChange', 'changes'],
    ['request', 'requests'],
  ])('REL-10 · the picker of %s speaks of %s', (link, plural) => {
    expect(recordsOf(link)).toBe(plural);
  });
});

describe('a closed request', () => {
  const closed = theRequestWith({ state: 'closed_complete', active: false });
  const validateUpdate = (values: Partial<typeof closed>, context: Partial<UpdateContext>) =>
    requestDefinition.validateUpdate(closed, { ...closed, ...values }, context as UpdateContext);

  it('REL-12 · can be removed from its case', () => {
    expect(validateUpdate({ caseId: null }, { link: true }).ok).toBe(true);
  });

  it('REL-12, REC-5 · otherwise it is not changed: not by a person, and nothing beside the tie', () => {
    const refused = { ok: false, rule: 'REC-5' };
    expect(validateUpdate({ caseId: null }, {})).toMatchObject(refused);
    expect(validateUpdate({ caseId: null, shortDescription: 'Another' }, { link: true })).toMatchObject(refused);
    expect(validateUpdate({ shortDescription: 'Another' }, { link: true })).toMatchObject(refused);
  });
});
