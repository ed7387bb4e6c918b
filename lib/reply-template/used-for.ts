/** The purposes of a reply template, in words. */
export const usesOfTemplates = [
  { value: 'both', label: 'Comments and work notes' },
  { value: 'comment', label: 'Comments' },
  { value: 'work_note', label: 'Work notes' },
] as const;
