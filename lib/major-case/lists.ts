/** MAJ-1, MAJ-4 · The lists of major cases, by the last part of their URL. */
export const majorCaseLists = {
  '': { title: 'Major Cases', empty: 'No major cases', says: 'Issues that affect many customers appear here.' },
  candidates: { title: 'Candidates', empty: 'No candidates', says: 'Cases that agents propose appear here.' },
  ended: { title: 'Ended', empty: 'No ended major cases', says: 'Major cases that are over appear here.' },
} as const;

export type MajorCaseList = keyof typeof majorCaseLists;

export const majorCaseListNames = Object.keys(majorCaseLists) as MajorCaseList[];

/** The path of a list. */
export const pathOfList = (list: MajorCaseList) => (list ? `/workspace/major-cases/${list}` : '/workspace/major-cases');
