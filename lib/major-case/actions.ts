'use server';

import { action } from '#lib/door/action.ts';
import { pathOfNumber } from '#lib/record/kind.ts';
import { addChildren } from './commands/add-children.ts';
import { approveCandidate } from './commands/approve-candidate.ts';
import { openMajorCase } from './commands/open-major-case.ts';
import { proposeMajorCase } from './commands/propose-major-case.ts';
import { rejectCandidate } from './commands/reject-candidate.ts';
import { removeChild } from './commands/remove-child.ts';
import { addedMessage } from './rules/added-message.ts';
import {
  AddChildren,
  ApproveCandidate,
  OpenMajorCase,
  ProposeMajorCase,
  RejectCandidate,
  RemoveChild,
} from './schema.ts';

const open = (number: string) => ({ href: pathOfNumber(number), label: `Open ${number}` });

/** MAJ-1 · Proposes a case as a major one. */
export const proposeMajorCaseAction = action(
  { permission: 'major-case.propose', input: ProposeMajorCase },
  async (actor, input) => ({ message: `${(await proposeMajorCase(actor, input)).number} proposed as a major case.` }),
);

/** MAJ-1, MAJ-4 · Creates a candidate or a major case from scratch. */
export const openMajorCaseAction = action(
  { permission: 'major-case.open', input: OpenMajorCase, isOnce: true },
  async (actor, input) => {
    const { number } = await openMajorCase(actor, input);
    const noun = input.as === 'candidate' ? 'Candidate' : 'Major case';
    return { message: `${noun} ${number} created.`, link: open(number), data: { href: pathOfNumber(number) } };
  },
);

/** MAJ-2 · Accepts a candidate. */
export const approveCandidateAction = action(
  { permission: 'major-case.approve', input: ApproveCandidate, isOnce: true },
  async (actor, input) => {
    const { number } = await approveCandidate(actor, input);
    const message =
      number === input.number
        ? `${number} is a major case now.`
        : `${input.number} approved: it is a child of major case ${number}.`;
    return { message, link: open(number), data: { href: pathOfNumber(number) } };
  },
);

/** MAJ-3 · Rejects a candidate. */
export const rejectCandidateAction = action(
  { permission: 'major-case.reject', input: RejectCandidate },
  async (actor, input) => ({ message: `${(await rejectCandidate(actor, input)).number} rejected as a major case.` }),
);

/** MAJ-4 · Adds cases to a major case; returns how many, and why the others were left out. */
export const addChildrenAction = action(
  { permission: 'major-case.add-children', input: AddChildren },
  async (actor, input) => {
    const { added, leftOut } = await addChildren(actor, input);
    return { message: addedMessage(added.length, added.length + leftOut.length), data: { leftOut } };
  },
);

/** MAJ-4 · Removes a case from its major case. */
export const removeChildAction = action(
  { permission: 'major-case.remove-child', input: RemoveChild },
  async (actor, input) => ({ message: `${(await removeChild(actor, input)).number} removed from ${input.number}.` }),
);
