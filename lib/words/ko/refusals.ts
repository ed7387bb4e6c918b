import type { refusals as english } from '../en/refusals.ts';
import type { Translated } from '../message.ts';

export const refusals: Translated<typeof english> = {
  'refused.ACC-3': '세션이 종료되어 저장되지 않았습니다. 로그인한 뒤 다시 보내 주세요.',
  'refused.ACC-6': '여기서는 이 작업을 할 수 없습니다. 필요하면 회사의 담당자에게 문의하세요.',
  'refused.ACC-12': '한 번에 처리할 수 있는 양을 넘었습니다. 잠시 후 다시 시도해 주세요.',
  'refused.REL-16': '찾을 수 없거나 접근 권한이 없습니다.',
  'refused.CASE-1': '먼저 메시지를 입력하세요.',
  'refused.CASE-3': '더 이상 고객님의 답변을 기다리고 있지 않습니다.',
  'refused.CASE-5': '종료되어 더 이상 추가할 수 없습니다. 이 건에 대해 새로 문의해 주세요.',
  'refused.CASE-8': '그사이 내용이 변경되었습니다. 다시 확인해 주세요.',
  'refused.REC-4': '파일을 첨부하지 못했습니다.',
  'refused.REC-5': '입력한 내용을 확인해 주세요.',
  'refused.again': '이전에 보낸 내용은 저장되었습니다. 이 내용도 저장하려면 다시 보내 주세요.',
  'refused.other': '지금은 할 수 없습니다. 페이지를 새로 고친 뒤 다시 시도해 주세요.',
  'field.describe': '어떤 일이 있는지 적어 주세요.',
  'field.reason': '아직 해결되지 않은 점을 적어 주세요.',
  'field.close-reason': '종료하는 이유를 적어 주세요.',
  'field.message': '먼저 메시지를 입력하세요.',
  'field.email': '이메일 주소를 입력하세요.',
  'field.too-long': '너무 깁니다.',
  'colleague.unknown': '회사에 이 주소를 쓰는 사람이 없습니다.',
  'colleague.owner': '{name} 님은 이미 볼 수 있습니다.',
  'colleague.full': '동료는 최대 {most}명까지 추가할 수 있습니다.',
};
