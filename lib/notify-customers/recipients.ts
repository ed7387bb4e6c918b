/** NOT-1 · Somebody who would be written to, or would be left out for a reason. */
export type Recipient = {
  id: string;
  name: string;
  address: string;
  /** Its name, as the person reads it. */
  language: string;
  /** For how many of the cases. */
  cases: number;
  /** None of them is the person's own: it stands on their watch lists. */
  watches: boolean;
  /** Why nothing can be sent; empty: nothing stands against it. */
  reason: string;
  /** NOT-7 · Told about the record within the quiet time; when. */
  toldAt: string | null;
};

/** NOT-1, NOT-7 · What the dialog says before: how many cases and people, who is left out, who was told just now. */
export type Recipients = {
  cases: number;
  /** NOT-2 · The first of those that are over, and how many there are. */
  over: string[];
  overCount: number;
  people: number;
  leftOut: number;
  toldJustNow: number;
  quietMinutes: number;
  /** NOT-7 · Somebody else has to confirm. */
  waits: boolean;
  /** The first: those left out, then those told just now, then the others by name. */
  shown: Recipient[];
  templates: { id: string; name: string; text: string }[];
};
