/** CASE-3 · The product's own comments to customers in a case. */
export const standardComments = {
  reminder: 'This case is pending solution acceptance. It will be auto closed if you do not take action.',
  autoClosed: 'This case was auto closed.',
} as const;

export type StandardComment = keyof typeof standardComments;
