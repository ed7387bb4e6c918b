import { z } from 'zod';

/** REC-5 · The browser's id for one filled-in form, until the form gets an answer. Unique per user only. */
export const CallId = z.string().regex(/^[\w.-]{8,64}$/);
