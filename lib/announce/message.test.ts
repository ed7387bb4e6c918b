import { expect, test } from 'vitest';
import { readMessage } from './message.ts';

test('Q-12 · messages of other servers are parsed', () => {
  const message = { type: 'change', changed: [{ kind: 'case', id: 'a' }], beside: [] };
  expect(readMessage(JSON.stringify(message))).toEqual(message);
});

test.each([
  '',
  'hello',
  '{}',
  '{"type":"change"}',
  '{"type":"change","changed":[{"kind":"dog","id":"a"}],"beside":[]}',
])('Q-13 · %j on the channel is none of ours', (payload) => {
  expect(readMessage(payload)).toBeNull();
});
