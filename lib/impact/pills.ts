/** IMP-2 · Which of the affected customers are shown. */
export const impactPills = {
  all: 'All',
  critical: 'Critical service impact',
  no_proactive: 'No proactive records',
  no_communication: 'No customer communication',
} as const;

export type ImpactPill = keyof typeof impactPills;

export const impactPillNames = Object.keys(impactPills) as [ImpactPill, ...ImpactPill[]];
