/** An error that the user can fix: printed in one line, without a stack. */
export class UserError extends Error {}

/**
 * Ends the process: prints one line for a user's error, and the full error for a bug.
 * @param {unknown} error
 * @returns {never}
 */
export function exitWithError(error) {
  console.error(error instanceof UserError ? `casebridge: ${error.message}` : error);
  process.exit(1);
}
