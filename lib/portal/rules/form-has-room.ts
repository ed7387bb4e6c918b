import { no, type Verdict, yes } from '#lib/platform/verdict.ts';

/** So many files wait for the forms of one session. */
export const FORM_FILES_AT_MOST = 20;

/** POR-18 · What is not sent yet has room for so many files and no more. */
export function formHasRoom(files: number): Verdict {
  if (files < FORM_FILES_AT_MOST) return yes;
  return no('POR-18', `${FORM_FILES_AT_MOST} files wait already: send the form first.`, 'file');
}
