import { expect, test } from 'vitest';
import { messageVariables } from '../message-variables.ts';
import { describedMessage } from './fill-message.ts';

test('NOT-3 · a message to many describes in words what differs for each recipient', () => {
  expect(describedMessage('Dear **{{contact}}**, {{ number }} is {{state}}.')).toBe(
    'Dear **\\[their name\\]**, \\[case number\\] is \\[case state\\].',
  );
  for (const name of messageVariables) expect(describedMessage(`{{${name}}}`)).not.toContain('{{');
});
