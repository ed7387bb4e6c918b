/** The form that *Save* in the header sends. */
export const DETAILS_FORM = 'details';
