/** ACC-12 · Bytes of a body that is read at once; what is larger comes as a stream and has a limit of its own. */
export const LARGEST_BODY = 512_000;
/** The same of who is not signed in. */
export const LARGEST_BODY_SIGNED_OUT = 64_000;
/** The same of a call, which is decoded before anybody asks who sends it: what is typed to sign in is far less. */
export const LARGEST_CALL_SIGNED_OUT = 8_000;
/** ACC-12 · How many bodies of those who are not signed in a process holds at once. */
export const BODIES_SIGNED_OUT = 100;
/** ACC-12 · And of one session, whether it lives or not: that is asked when a body is there. */
export const BODIES_OF_SESSION = 20;
/** ACC-12 · How long a body that is held may take to come; uploads, which are not held, may take longer. */
export const BODY_SECONDS = 30;
/** ACC-12 · How long the headers of a request may take to come. */
export const HEADERS_SECONDS = 15;
/** ACC-12 · How long an answer stays open of which nothing is read: less than twice that. Streams say something more often. */
export const UNREAD_SECONDS = 60;

/** ACC-12 · How many calls of one person are let through in a minute, by what they cost the server. */
export const limits = {
  /** Nobody clicks so fast; a script that has run wild does. */
  action: 600,
  /** Each is a command for every row of a page. */
  bulk: 60,
  /** Renders a long text, which may take a third of a second. */
  preview: 30,
  /** A list of suggestions for each pause in somebody's typing. */
  'type-ahead': 300,
  /** The palette reads a list of every kind for each answer. */
  search: 120,
  /** Every open tab of a record reads again when the record changes. */
  timeline: 600,
  /** Every open tab asks for its number when something comes in. */
  inbox: 600,
  /** Six heartbeats a minute from each tab in sight, and one more whenever somebody begins or stops editing. */
  presence: 300,
  /** A page of a record shows many pictures at once. */
  download: 600,
  upload: 120,
  /** Each sends an email to somebody. */
  invite: 60,
  /** Reads a whole list. */
  export: 20,
  /** Each tab asks before it shows itself anew, and every few seconds where its session has ended. */
  session: 300,
  /** A browser comes back every two seconds while a server restarts. How many are open is counted where they are. */
  stream: 120,
} as const;

export type Limit = keyof typeof limits;
