/** Something that the person at the keyboard can mend: told in one line, without a stack. */
export class Trouble extends Error {}

/**
 * Ends the process: one line for a trouble, everything there is for a fault of ours.
 * @param {unknown} error
 * @returns {never}
 */
export function giveUp(error) {
  console.error(error instanceof Trouble ? `casebridge: ${error.message}` : error);
  process.exit(1);
}
