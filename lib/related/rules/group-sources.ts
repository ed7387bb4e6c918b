/** The sources of a proposed group, in words. */
export const groupSources = {
  item: 'by the configuration item',
  service: 'by the service of the configuration item',
  property: 'by default',
} as const;
