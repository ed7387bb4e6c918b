import type { Message } from '../message.ts';

/** Why something that a customer tried was not done. The last part of a key is the rule, or what was wrong with a field. */
export const refusals = {
  'refused.ACC-3': 'Your session had ended, so nothing was saved. Sign in, and send it again.',
  'refused.ACC-6': 'You cannot do this here. If you should, ask whoever manages cases in your company.',
  'refused.ACC-12': 'That was more than we can take at once. Wait a minute, and try again.',
  'refused.REL-16': 'Not found, or you have no access.',
  'refused.CASE-1': 'Write your message first.',
  'refused.CASE-3': 'This is no longer waiting for your answer.',
  'refused.CASE-5': 'This is closed, so nothing can be added. Report a new issue about it.',
  'refused.CASE-8': 'This has changed in the meantime. Look at it again.',
  'refused.REC-4': 'The file could not be attached.',
  'refused.REC-5': 'Please check what you have entered.',
  'refused.again': 'What you sent before was saved. Send it again to save this, too.',
  'refused.other': 'That is not possible now. Reload the page, and try again.',
  'field.describe': 'Describe what is happening.',
  'field.reason': 'Write what is still wrong.',
  'field.close-reason': 'Write why you close it.',
  'field.message': 'Write your message first.',
  'field.email': 'Enter an email address.',
  'field.too-long': 'This is too long.',
  'colleague.unknown': 'There is nobody with this address in your company.',
  'colleague.owner': '{name} can see this already.',
  'colleague.full': 'There is room for {most} colleagues.',
} as const satisfies Record<string, Message>;
