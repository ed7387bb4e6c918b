import { describe, expect, it } from 'vitest';
import { definitionOf } from '#lib/kinds/definitions.ts';
import { links } from '#lib/record/link.ts';
import { defaultSettings } from '#lib/settings/settings.ts';
import { internalUser, theCaseWith } from '#lib/testing/records.ts';
import { fromCase } from './from-case.ts';
import { linkOfVariant, variants } from './variant.ts';

const ava = internalUser('sn_customerservice_agent', 'itil');
const around = { actor: ava, settings: defaultSettings, mapped: {} };
const theCase = theCaseWith({ shortDescription: 'No line', priority: 2, accountId: 'boxeo' });

describe('the values copied from the case', () => {
  it('REL-7 · into a standard change nothing is', () => {
    expect(fromCase('standard_change', theCase, { ...around, mapped: { priority: 1 } })).toEqual({
      values: {},
      hint: null,
    });
  });

  it.each(variants.filter((variant) => variant !== 'standard_change'))(
    'REL-5, REL-17 · into %s the values of its kind, with fields of that kind only',
    (variant) => {
      const definition = definitionOf(links[linkOfVariant[variant]].kind);
      const copied = fromCase(variant, theCase, around);
      expect(copied).toEqual(definition.fromCase?.(theCase, ava, defaultSettings));
      expect(copied.values).toMatchObject({ shortDescription: 'No line', accountId: 'boxeo' });
      expect(Object.keys(definition.fields)).toEqual(expect.arrayContaining(Object.keys(copied.values)));
    },
  );

  it('REL-17, ADM-4 · a field map for the kind takes precedence over the defaults', () => {
    const { values } = fromCase('problem', theCase, { ...around, mapped: { shortDescription: 'CS0001001: No line' } });
    expect(values).toMatchObject({ shortDescription: 'CS0001001: No line', accountId: 'boxeo' });
  });
});
