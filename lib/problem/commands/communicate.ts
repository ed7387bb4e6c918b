import { may } from '#lib/access/policy.ts';
import { type Outcome, runCommand } from '#lib/engine/command.ts';
import type { Problem } from '#lib/kinds/problem/definition.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce, Refusal } from '#lib/platform/verdict.ts';
import { ensureCause } from '#lib/write/command-context.ts';
import { lockRecord } from '#lib/write/lock.ts';
import { communicationHasText, communicationRuleIsActive, isNotClosed } from '../rules/communicate.ts';
import type { Communicate } from '../schema.ts';

const texts = { workaround: 'workaround', fix: 'fixNotes' } as const;
const lastSent = { workaround: 'communicatedWorkaround', fix: 'communicatedFix' } as const;

/** PRB-2 · Writes the workaround or fix to all cases and incidents of the problem. Repeating a text needs confirmation. */
export function communicate(actor: Actor, { number, what, confirmed = false }: Communicate): Promise<Outcome<Problem>> {
  return runCommand(actor, `communicate-${what}`, async (context) => {
    const problem = await lockRecord(context, 'problem', number);
    const text = problem[texts[what]];
    enforce(may(actor, 'edit', 'problem'));
    enforce(
      isNotClosed(problem),
      communicationRuleIsActive(what, context.settings),
      communicationHasText(problem, what, text),
    );
    if (text === problem[lastSent[what]] && !confirmed)
      throw new Refusal('PRB-2', `This ${what} was communicated already. Send the same text again?`, {
        details: { confirm: true },
      });

    ensureCause(context, problem.id);
    await context.tx.problem.update({ where: { id: problem.id }, data: { [lastSent[what]]: text } });
    context.changedRecords.set(problem.id, { kind: 'problem', number });
    context.events.push({ type: 'communicated', record: problem, what, text });
    return problem;
  });
}
