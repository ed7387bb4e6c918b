'use server';

import { action } from '#lib/door/action.ts';
import { askAgent } from './commands/ask-agent.ts';
import { AskAgent } from './schema.ts';

/** INC-1 · Asks the agent of the case to question an external caller. */
export const askAgentAction = action(
  { permission: 'incident.ask-agent', input: AskAgent, isOnce: true },
  async (actor, input) => {
    const { number, agent } = (await askAgent(actor, input)).value;
    const answer = agent ? 'its agent is mentioned there' : 'nobody is assigned to it yet';
    return { message: `The question was added to the work notes of ${number}: ${answer}.` };
  },
);
