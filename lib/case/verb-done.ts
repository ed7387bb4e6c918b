import type { CaseVerbName } from '#lib/kinds/case/verbs.ts';

/** The result of a header button of a case. */
export const verbDone: Readonly<Record<CaseVerbName, string>> = {
  accept: 'Case accepted',
  'assign-to-me': 'Case assigned to you',
  'request-info': 'Information requested',
  open: 'Case opened',
  'propose-solution': 'Solution proposed',
  close: 'Case closed',
  cancel: 'Case cancelled',
  'record-acceptance': 'Acceptance recorded',
  'record-rejection': 'Rejection recorded',
  reopen: 'Taken back to Open',
  'just-a-comment': 'Kept as a comment',
  'accept-solution': 'Solution accepted',
  'reject-solution': 'Solution rejected',
  'close-own': 'Case closed',
};
