/** ACC-7 · Hours that a link to choose a password is valid, by purpose. */
export const LINK_HOURS = { reset: 1, invitation: 7 * 24 } as const;

export type LinkPurpose = keyof typeof LINK_HOURS;

export const linkPurposes = Object.keys(LINK_HOURS) as [LinkPurpose, ...LinkPurpose[]];
