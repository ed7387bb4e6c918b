import { describe, expect, it } from 'vitest';
import { internalUser } from '#lib/testing/records.ts';
import { adminPagesOf } from './admin-pages.ts';

describe('the pages of administration', () => {
  it.each([
    ['itil', ['Knowledge']],
    ['wm_admin', ['Field mappings']],
    ['wm_dispatcher', []],
  ] as const)('ACC-2 · %s has %j', (role, labels) => {
    expect(adminPagesOf(internalUser(role)).map(({ label }) => label)).toEqual(labels);
  });

  it('ACC-2 · an administrator has all, as data that a browser can be sent', () => {
    const pages = adminPagesOf(internalUser('admin'));
    expect(pages.length).toBeGreaterThan(15);
    expect(JSON.parse(JSON.stringify(pages))).toEqual(pages);
  });
});
