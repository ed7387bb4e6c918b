/** NOT-1 · A recipient, a person left out with the reason, or, by number, a case without recipients. */
export type Recipient = {
  id: string;
  name: string;
  address: string;
  /** The display name of the recipient's language. */
  language: string;
  /** How many of the cases this concerns. */
  cases: number;
  /** The person has none of the cases, but watches them. */
  watches: boolean;
  /** Why no email can be sent; empty if one can. */
  reason: string;
  /** NOT-7 · When the person was last notified about the record, if within the quiet time. */
  toldAt: string | null;
};

/** NOT-1, NOT-7 · What the dialog shows before sending: counts, people left out, and people notified recently. */
export type Recipients = {
  cases: number;
  /** NOT-2 · The first closed cases, and their count. */
  over: string[];
  overCount: number;
  /** `people`: how many recipients; `leftOut`: how many people left out and cases without recipients. */
  people: number;
  leftOut: number;
  notifiedRecently: number;
  quietMinutes: number;
  /** NOT-7 · Another user must confirm. */
  waits: boolean;
  /** The first rows, in order: cases without recipients, people left out, people notified recently, others by name. */
  shown: Recipient[];
  /** The first people who can be written to; the message can be previewed for one of them. */
  reachable: { id: string; name: string }[];
  templates: { id: string; name: string; text: string }[];
};
