/** ACC-3 · The lifetime of a session, regardless of activity. */
export const SESSION_HOURS = 8;

/** ACC-3 · Why a session ended, sent to its open pages; `unknown` if no server could report the reason. */
export const sessionEnds = ['signed-out', 'everywhere', 'password', 'administrator', 'expired', 'unknown'] as const;
export type SessionEnd = (typeof sessionEnds)[number];

/** The same in words for the user. */
export const sessionEndSentences: Readonly<Record<SessionEnd, string>> = {
  'signed-out': 'You signed out, or signed in again, in another tab or window.',
  everywhere: 'You were signed out everywhere.',
  password: 'Your password was changed. Sign in with the new one.',
  administrator: 'An administrator has changed your roles or your account.',
  expired: `Your session ended because you signed in more than ${SESSION_HOURS} hours ago.`,
  unknown: 'Your session has ended.',
};
