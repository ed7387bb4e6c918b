import { expect, test } from 'vitest';
import { recentOf } from './recent-of.ts';

test('recent choices · are of a field and kind, whatever the customer and the group of the record', () => {
  const assignee = '/api/references?kind=user&assigns=case';
  expect(recentOf('assignedToId', `${assignee}&account=1&group=2`)).toBe(recentOf('assignedToId', assignee));
  expect(recentOf('assignedToId', assignee)).not.toBe(recentOf('assignedToId', assignee.replace('case', 'incident')));
  const asset = '/api/references?kind=asset';
  expect(recentOf('assetId', `${asset}&contact=1`)).toBe(`assetId ${asset}`);
});
