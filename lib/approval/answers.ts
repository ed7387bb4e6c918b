import type { Answer } from './outcome.ts';

/** The label and color of an answer. */
export const answers: Readonly<Record<Answer, { label: string; tone: 'waiting' | 'resolved' | 'closed' }>> = {
  requested: { label: 'Requested', tone: 'waiting' },
  approved: { label: 'Approved', tone: 'resolved' },
  rejected: { label: 'Rejected', tone: 'closed' },
  not_needed: { label: 'No longer needed', tone: 'closed' },
};
