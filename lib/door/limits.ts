/** ACC-12 · Maximum size in bytes of a buffered body. Larger bodies are streamed and have their own limit. */
export const LARGEST_BODY = 512_000;
/** Maximum size of a buffered body without sign-in. */
export const LARGEST_BODY_SIGNED_OUT = 64_000;
/** Maximum size of an action call without sign-in. It is decoded before authentication. Sign-in forms are far smaller. */
export const LARGEST_CALL_SIGNED_OUT = 8_000;
/** ACC-12 · Maximum number of buffered bodies without sign-in, per process. */
export const BODIES_SIGNED_OUT = 100;
/** ACC-12 · Maximum number of buffered bodies per session. The session is verified only after a body is complete. */
export const BODIES_OF_SESSION = 20;
/** ACC-12 · Time limit for receiving a buffered body. Uploads are not buffered and may take longer. */
export const BODY_SECONDS = 30;
/** ACC-12 · Time limit for receiving the headers of a request. */
export const HEADERS_SECONDS = 15;
/** ACC-12 · A response that the client does not read is closed after less than twice this time. Streams send more often. */
export const UNREAD_SECONDS = 60;

/** ACC-12 · Calls allowed per user and minute, by their cost for the server. */
export const limits = {
  /** Too fast for a person, but not for a runaway script. */
  action: 600,
  /** Each call runs a command for every row of a page. */
  bulk: 60,
  /** Renders a long text, which may take a third of a second. */
  preview: 30,
  /** One list of suggestions per pause in typing. */
  'type-ahead': 300,
  /** The command palette reads one list per kind for each answer. */
  search: 120,
  /** Every open tab of a record reloads its timeline when the record changes. */
  timeline: 600,
  /** Every open tab requests the unread count when something arrives. */
  inbox: 600,
  /** Six heartbeats per minute from each visible tab, and one more each time the user starts or stops editing. */
  presence: 300,
  /** A record page may show many pictures at once. */
  download: 600,
  upload: 120,
  /** Each call sends an email. */
  invite: 60,
  /** Reads a whole list. */
  export: 20,
  /** Each tab checks its session before it reloads, and every few seconds after the session has ended. */
  session: 300,
  /** A browser reconnects every two seconds while a server restarts. Open streams are limited separately. */
  stream: 120,
} as const;

export type Limit = keyof typeof limits;
