/** Something that the person at the keyboard can mend: told in one line, without a stack. */
export class UserError extends Error {}

/**
 * Ends the process: one line for a trouble, everything there is for a fault of ours.
 * @param {unknown} error
 * @returns {never}
 */
export function exitWithError(error) {
  console.error(error instanceof UserError ? `casebridge: ${error.message}` : error);
  process.exit(1);
}
