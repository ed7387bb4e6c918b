import { describe, expect, test } from 'vitest';
import { dashboardHref, parseDashboardQuery } from './dashboard-query.ts';

const ID = '01935f3e-1111-7222-8333-444455556666';
const read = (text: string) => parseDashboardQuery(Object.fromEntries(new URLSearchParams(text)));

describe('DASH-1 · the address of the dashboard', () => {
  test.each(['', '?days=7', '?group=mine', `?group=none&account=${ID}&item=${ID}&product=${ID}&days=90`])(
    '"%s" is read and written back',
    (text) => {
      expect(dashboardHref(read(text))).toBe(`/workspace/dashboard${text}`);
    },
  );

  test.each(['days=30', 'days=8', 'days=7,30', 'state=new', 'assigned=me', 'group=me', 'q=line', 'days='])(
    '%s narrows nothing',
    (text) => {
      expect(read(text)).toEqual({ filters: {}, days: 30 });
    },
  );
});
