/** ACC-7 · What a link that lets somebody choose a password is for, and for how many hours it works. */
export const LINK_HOURS = { reset: 1, invitation: 7 * 24 } as const;

export type LinkPurpose = keyof typeof LINK_HOURS;

export const linkPurposes = Object.keys(LINK_HOURS) as [LinkPurpose, ...LinkPurpose[]];
