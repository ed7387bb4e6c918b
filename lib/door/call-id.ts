import { z } from 'zod';

/** REC-5 · What a browser calls one filled-in form, until the form has an answer; of each person alone. */
export const CallId = z.string().regex(/^[\w.-]{8,64}$/);
