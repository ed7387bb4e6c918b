/** The format and lint programs, by the name that `npm test` prints; a warning is a failure. */
export const linters: Readonly<Record<string, readonly string[]>> = {
  'format and lint': ['node_modules/@biomejs/biome/bin/biome', 'ci', '--colors=off', '--error-on-warnings', '.'],
  'lint with types': ['node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings'],
};
