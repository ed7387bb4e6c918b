import { no, type Verdict, yes } from '#lib/platform/verdict.ts';
import { isBlank } from '#lib/platform/visible-text.ts';

/** What is known of the related records of a case, as far as resolution codes speak of it. */
export type RelatedOutcome = {
  incident: { number: string; state: string; stateLabel: string; notes: string } | null;
  problem: {
    number: string;
    state: string;
    stateLabel: string;
    resolutionCode: string | null;
    workaround: string;
    fixNotes: string;
  } | null;
  change: { number: string; state: string; stateLabel: string; closeCode: string | null; closeNotes: string } | null;
  requests: readonly { number: string; state: string; stateLabel: string }[];
};

type Check = {
  link: 'incident' | 'problem' | 'change' | 'request';
  holds: (related: RelatedOutcome) => boolean;
  claim: string;
  notes: (related: RelatedOutcome) => string;
};

const over = (state: string) => state === 'resolved' || state === 'closed';

/** CASE-6 · The five codes that speak of a related record: when they are true, and the notes that come from it. */
const checks: Readonly<Record<string, Check>> = {
  fixed_by_incident: {
    link: 'incident',
    claim: 'the incident of the case is Resolved or Closed',
    holds: ({ incident }) => incident !== null && over(incident.state),
    notes: ({ incident }) => incident?.notes ?? '',
  },
  fixed_by_problem: {
    link: 'problem',
    claim: 'the problem of the case is Resolved or Closed with Fix Applied',
    holds: ({ problem }) => problem !== null && over(problem.state) && problem.resolutionCode === 'fix_applied',
    notes: ({ problem }) => problem?.fixNotes ?? '',
  },
  fixed_by_change: {
    link: 'change',
    claim: 'the change of the case is Closed and was not unsuccessful',
    holds: ({ change }) => change?.state === 'closed' && change.closeCode !== 'unsuccessful',
    notes: ({ change }) => change?.closeNotes ?? '',
  },
  request_complete: {
    link: 'request',
    claim: 'a request of the case is Closed Complete',
    holds: ({ requests }) => requests.some(({ state }) => state === 'closed_complete'),
    notes: ({ requests }) =>
      requests
        .filter(({ state }) => state === 'closed_complete')
        .map(({ number }) => `${number} is complete.`)
        .join(' '),
  },
  workaround_by_problem: {
    link: 'problem',
    claim: 'the case has an open problem with a workaround',
    holds: ({ problem }) => problem !== null && !over(problem.state) && !isBlank(problem.workaround),
    notes: ({ problem }) => problem?.workaround ?? '',
  },
};

/** CASE-6 · A code that speaks of a related record is true, or somebody confirms it. */
export function codeIsTrue(code: string | null, related: RelatedOutcome): Verdict {
  const check = code ? checks[code] : undefined;
  if (!check || check.holds(related)) return yes;
  return no('CASE-6', `This code says that ${check.claim}, which is not so.`, 'resolutionCode');
}

/** CASE-7 · The codes that a record which has reached its end proposes, with the notes taken from it. */
export function proposedSolutions(related: RelatedOutcome): (Pick<Check, 'link'> & { code: string; notes: string })[] {
  return Object.entries(checks)
    .filter(([code, check]) => code !== 'workaround_by_problem' && check.holds(related))
    .map(([code, check]) => ({ code, link: check.link, notes: check.notes(related) }));
}
