import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { attachArticle } from '#lib/knowledge/commands/attach-article.ts';
import { db } from '#lib/platform/db.ts';
import { Refusal } from '#lib/platform/verdict.ts';
import { communicate } from '#lib/problem/commands/communicate.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { createRequest } from '#lib/request/commands/create-request.ts';
import { aCaseOf, aChange, anArticle, anOffer, answer, aProblem, approvalBoard, itemOf, planned } from './itsm.ts';
import { aCase, aCaseWithIncident, anIncident, anotherCaseOf, change, type World } from './world.ts';

/** The records that receive updates (Cora's case first, the others are Fiona's), and the scenario to run. */
export type Scenario = { receivers: readonly TaskRecord[]; run: () => Promise<unknown> };
export type Scenarios = Readonly<Partial<Record<TaskKind, () => Promise<Scenario>>>>;

/** Per kind a scenario that fires every rule with that source, on each run. Linking comes first. */
export async function scenariosOf(w: World): Promise<Scenarios> {
  const board = await approvalBoard();
  const offers = [await anOffer('Laptop', board.id), await anOffer('Mouse')];
  const article = await anArticle(w, { title: 'Memory is lost' });
  const ofFiona = { contactId: w.fiona.id, shortDescription: 'Phones of Funco are silent' };
  const say = (by: World['ian'], { kind, number }: Pick<TaskRecord, 'kind' | 'number'>, text: string) =>
    addEntry(by, { kind, number, type: 'comment', text });
  // Refused if there is no recipient.
  const communicates = (number: string, what: 'workaround' | 'fix') =>
    communicate(w.ian, { number, what }).catch((refusal) => {
      if (!(refusal instanceof Refusal) || refusal.rule !== 'REL-3') throw refusal;
    });
  return {
    async incident() {
      const { theCase, incident } = await aCaseWithIncident(w);
      const run = async () => {
        await change(
          w.ian,
          incident,
          { state: 'on_hold', holdReason: 'awaiting_vendor' },
          { comment: 'A part comes.' },
        );
        await change(w.ian, incident, { holdReason: 'awaiting_change' });
        const solved = { resolutionCode: 'solution_provided', resolutionNotes: 'Restarted.' };
        await change(w.ian, incident, { state: 'resolved', ...solved });
        await change(w.ian, incident, { state: 'closed' });
      };
      const proactive = await anotherCaseOf(w, incident, ofFiona);
      await db().case.update({ where: { id: proactive.id }, data: { proactive: true } });
      return { receivers: [theCase, await anotherCaseOf(w, incident, ofFiona), proactive], run };
    },
    async problem() {
      const problem = await aProblem(w, { workaround: 'Restart it.' });
      const receivers = [
        await aCaseOf(w, 'problem', problem),
        await anIncident(w, { problemId: problem.id }),
        await aCaseOf(w, 'problem', problem, ofFiona),
      ];
      const run = async () => {
        const { number } = problem;
        await change(w.ian, problem, { state: 'assess' });
        await communicates(number, 'workaround');
        await attachArticle(w.ian, { kind: 'problem', number, article, attached: true });
        await change(w.ian, problem, { state: 'root_cause_analysis' });
        await change(w.ian, problem, { state: 'fix_in_progress' });
        await change(w.ian, problem, { state: 'resolved', causeNotes: 'A leak.', fixNotes: 'More memory.' });
        await communicates(number, 'fix');
        await change(w.ian, problem, { state: 'closed', resolutionCode: 'fix_applied' });
      };
      return { receivers, run };
    },
    async change() {
      const record = await aChange(w);
      const receivers = [await aCaseOf(w, 'change', record), await aCaseOf(w, 'causedByChange', record, ofFiona)];
      const run = async () => {
        await change(w.ian, record, { type: 'emergency' });
        await change(w.ian, record, { state: 'authorize', approvalGroupId: board.id }, { comment: 'It is urgent.' });
        await answer(board.arno, record);
        await change(w.ian, record, { onHold: true, onHoldReason: 'The part is late.' });
        await change(w.ian, record, { onHold: false });
        await change(w.ian, record, { state: 'scheduled', ...planned });
        await change(w.ian, record, { state: 'implement' });
        await change(w.ian, record, { state: 'review' });
        await change(w.ian, record, { state: 'closed', closeCode: 'successful', closeNotes: 'It runs.' });
      };
      return { receivers, run };
    },
    async request() {
      const theCase = await aCase(w);
      const items = offers.map((catalogItemId) => ({ catalogItemId, quantity: 1 }));
      const request = await createRequest(w.mia, { caseNumber: theCase.number, items });
      const [laptop, mouse] = [await itemOf(request, 'Laptop'), await itemOf(request, 'Mouse')];
      const run = async () => {
        await say(w.ian, request, 'It is ordered.');
        await answer(board.arno, laptop);
        await say(w.ian, laptop, 'It is packed.');
        await change(w.ian, mouse, { state: 'closed_complete' });
        await change(w.ian, laptop, { state: 'closed_complete' });
      };
      return { receivers: [theCase], run };
    },
    async case() {
      const { theCase, incident } = await aCaseWithIncident(w);
      const receivers = [theCase, incident, await anotherCaseOf(w, incident, ofFiona)];
      const run = async () => {
        await say(w.cora, theCase, 'Still down.');
        await say(w.ava, theCase, 'We are on it.');
      };
      return { receivers, run };
    },
  };
}
