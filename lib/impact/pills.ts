/** IMP-2 · The filters for affected customers. */
export const impactPills = {
  all: 'All',
  critical: 'Critical service impact',
  no_proactive: 'No proactive records',
  no_communication: 'No customer communication',
} as const;

export type ImpactPill = keyof typeof impactPills;

export const impactPillNames = Object.keys(impactPills) as [ImpactPill, ...ImpactPill[]];

const nobody: Readonly<Record<ImpactPill, { title: string; text: string }>> = {
  all: {
    title: 'No affected customers',
    text: 'Accounts and consumers appear here that have something installed on what fails or on what depends on it, and those of associated cases.',
  },
  critical: {
    title: 'No critical service impact',
    text: 'No business service that the affected customers depend on is reported as not operational.',
  },
  no_proactive: {
    title: 'Every affected customer has a case',
    text: 'Every affected customer has a proactive case. Notify Customers writes to those whose case is open.',
  },
  no_communication: {
    title: 'All customers notified',
    text: 'Every affected customer was sent a message, or one is being sent.',
  },
};

/** IMP-2 · The text for an empty list. */
export const emptyPillText = (pill: ImpactPill): { title: string; text: string } => nobody[pill];
