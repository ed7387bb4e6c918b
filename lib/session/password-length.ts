/** ACC-11 · characters of a password. Hashing takes time by length: a longer one is an attack, not a password. */
export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 200;
