/** REL-3, ADM-5: integrations that can be switched off as a whole. */
export const integrations = {
  'com.sn_cs_sm': {
    name: 'Customer service with IT service management',
    gives:
      'Create, associate and remove incidents, problems and changes from a case, and the rules that write their updates into the case.',
  },
  'com.sn_cs_sm_request': {
    name: 'Customer service with request management',
    gives: 'Create and associate requests from a case, and the rules that write their updates into the case.',
  },
  'com.sn_majorissue_mgt': {
    name: 'Major issue management',
    gives: 'Propose, approve and lead major cases, which have one child case for each customer that an issue hits.',
  },
  'com.snc.csm_fsm_integration': {
    name: 'Customer service with field service management',
    gives: 'Create work orders from a case, and the note that a work order writes into it.',
  },
} as const;

export type IntegrationId = keyof typeof integrations;

export function isIntegrationId(id: string): id is IntegrationId {
  return Object.hasOwn(integrations, id);
}
