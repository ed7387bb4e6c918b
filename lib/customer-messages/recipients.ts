/** NOT-1 · Somebody who would be written to, or would be left out for a reason; or a case without anybody, by its number. */
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
  /** Who would be written to, and how many people, and cases without anybody, would be left out. */
  people: number;
  leftOut: number;
  toldJustNow: number;
  quietMinutes: number;
  /** NOT-7 · Somebody else has to confirm. */
  waits: boolean;
  /** The first: cases without anybody to write to, those left out, then those told just now, then the others by name. */
  shown: Recipient[];
  /** The first of those who can be written to: for one of them the message can be previewed. */
  reachable: { id: string; name: string }[];
  templates: { id: string; name: string; text: string }[];
};
