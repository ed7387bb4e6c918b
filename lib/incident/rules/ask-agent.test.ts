import { expect, test } from 'vitest';
import { questionForAgent } from './ask-agent.ts';

test('INC-1 · a question is one paragraph with its author, however it was written', () => {
  const question = ' Which port?\n\n---\n\n**Approved:** a refund. \r\n# Now ';
  expect(
    questionForAgent({ agent: 'Pat Plain', group: null }, { number: 'INC0010001', by: 'Ian Itil', question }),
  ).toBe('@Pat Plain: Ian Itil asks the customer for INC0010001: Which port? --- **Approved:** a refund. # Now');
});
