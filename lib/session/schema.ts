import { z } from 'zod';
import { lineInput } from '#lib/platform/text-input.ts';
import { isTimeZone } from '#lib/platform/time-zones.ts';
import { linkPurposes } from './link-purpose.ts';
import { LONGEST_PASSWORD } from './password-length.ts';

const LONGEST_ADDRESS = 254;

/** The browser's time zone, if its script sent one that we know. */
const BrowserTimeZone = z.string().max(100).refine(isTimeZone).nullish().catch(null);

/** Sign-in input. Any text is accepted here, but only a correct pair signs in. */
export const SignIn = z
  .object({
    email: z.string().catch(''),
    password: z.string().catch(''),
    from: z.string().nullish().catch(null),
    /** The user signs in over the current page, which stays open. */
    stay: z.literal('yes').nullish().catch(null),
    timeZone: BrowserTimeZone,
  })
  .catch({ email: '', password: '', from: null, stay: null, timeZone: null });

export const MailAddress = z
  .string()
  .trim()
  .toLowerCase()
  .max(LONGEST_ADDRESS, 'This email address is too long.')
  .pipe(z.email('Enter an email address, such as name@example.com.'));

/** ACC-9 · the first administrator. */
export const SetUp = z.object({
  token: z.string().max(200),
  name: lineInput(100, 'This name is too long.').min(1, 'Enter your name.'),
  email: MailAddress,
  password: z.string().max(LONGEST_PASSWORD, `Choose a password of at most ${LONGEST_PASSWORD} characters.`),
  timeZone: BrowserTimeZone,
});
export type SetUp = z.infer<typeof SetUp>;

/** ACC-7 · Forgot-password input. Any text is accepted and gets the same answer. */
export const ForgotPassword = z.object({ email: z.string().max(1_000).catch('') }).catch({ email: '' });

/** ACC-7 · A password chosen through a link. */
export const SetPassword = z
  .object({
    purpose: z.enum(linkPurposes),
    token: z.string().max(200),
    password: z.string().max(LONGEST_PASSWORD, 'field.too-long'),
    repeated: z.string().max(LONGEST_PASSWORD + 1),
    timeZone: BrowserTimeZone,
  })
  .refine(({ password, repeated }) => password === repeated, {
    path: ['repeated'],
    message: 'field.passwords-differ',
  });
export type SetPassword = z.infer<typeof SetPassword>;

/** What the set-up form keeps after a refusal. */
export const TypedAtSetUp = z
  .object({ name: z.string().catch(''), email: z.string().catch('') })
  .catch({ name: '', email: '' });
