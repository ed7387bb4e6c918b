import { z } from 'zod';
import { lineInput } from '#lib/platform/text-input.ts';
import { isTimeZone } from '#lib/platform/time-zones.ts';
import { linkPurposes } from './link-purpose.ts';
import { LONGEST_PASSWORD } from './password-length.ts';

const LONGEST_ADDRESS = 254;

/** The browser's time zone, where its script has said one that we know. */
const BrowserTimeZone = z.string().max(100).refine(isTimeZone).nullish().catch(null);

/** What was typed at sign-in: anything is taken, only a right pair is accepted. */
export const SignIn = z
  .object({
    email: z.string().catch(''),
    password: z.string().catch(''),
    from: z.string().nullish().catch(null),
    /** The page stands, and goes on where it was. */
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

/** ACC-7 · What is typed where somebody forgot the password: anything is taken, and answered alike. */
export const ForgotPassword = z.object({ email: z.string().max(1_000).catch('') }).catch({ email: '' });

/** ACC-7 · A password that somebody chooses by a link. */
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

/** What stays in the form of the set-up when it is refused. */
export const TypedAtSetUp = z
  .object({ name: z.string().catch(''), email: z.string().catch('') })
  .catch({ name: '', email: '' });
