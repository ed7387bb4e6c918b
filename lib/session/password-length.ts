/** ACC-11 · Password length in characters. Hashing time grows with length, so a longer one is treated as an attack. */
export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 200;
