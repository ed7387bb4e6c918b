import { may } from '#lib/access/policy.ts';
import { type Outcome, runCommand } from '#lib/engine/command.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce, Refusal } from '#lib/platform/verdict.ts';
import { integrationIsActive } from '#lib/related/rules/may-relate.ts';
import { lockForUpdate } from '#lib/sync/lock-for-update.ts';
import { recordChanged } from '#lib/write/command-context.ts';
import { entryHasWords, type NewEntry, writeEntries } from '#lib/write/write-entry.ts';
import { type CaseToAsk, caseToAsk, isExternal } from '../queries/case-to-ask.ts';
import { mayAskAgent, oneParagraph, questionForAgent } from '../rules/ask-agent.ts';
import type { AskAgent } from '../schema.ts';

/**
 * INC-1 · Asks the agent of the case to question an external caller. A work note in the case mentions the agent; the incident
 * gets a note too. Refused: an incident that does not wait for an external caller, or has no open case.
 */
export function askAgent(actor: Actor, { number, question }: AskAgent): Promise<Outcome<CaseToAsk>> {
  return runCommand(actor, 'ask-agent', async (context) => {
    const incident = await lockForUpdate(context, 'incident', number);
    enforce(may(actor, 'note', 'incident'));
    enforce(
      integrationIsActive('incident', context.settings),
      mayAskAgent(incident, await isExternal(context.tx, incident.callerId)),
      entryHasWords(question, 'question'),
    );
    const theCase = await caseToAsk(context.tx, incident, 'locked');
    if (!theCase) throw new Refusal('INC-1', `${number} has no open case whose agent could be asked.`);
    const note = (taskId: string, line: string, sourceTaskId: string): NewEntry => {
      return { taskId, type: 'work_note', text: line, authorId: null, lines: [{ rule: 'INC-1', line }], sourceTaskId };
    };
    const [entryId = ''] = await writeEntries(context, [
      note(theCase.id, questionForAgent(theCase, { number, by: actor.name, question }), incident.id),
      note(
        incident.id,
        `${actor.name} asked the agent of case ${theCase.number}: ${oneParagraph(question)}`,
        theCase.id,
      ),
    ]);
    if (theCase.agentId) context.mentions.push({ taskId: theCase.id, entryId, userId: theCase.agentId });
    recordChanged(context, { ...theCase, kind: 'case' });
    recordChanged(context, incident);
    return theCase;
  });
}
