import { no, type Verdict, yes } from '#lib/platform/verdict.ts';

/** The most files that wait for the forms of one session. */
export const FORM_FILES_AT_MOST = 20;

/** POR-18 · Forms that are not sent yet have a limit of files. */
export function formHasRoom(files: number): Verdict {
  if (files < FORM_FILES_AT_MOST) return yes;
  return no('POR-18', `${FORM_FILES_AT_MOST} files wait already: send the form first.`, 'file');
}
