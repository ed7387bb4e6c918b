import type { Templates } from './template.ts';

export const ko: Templates = {
  mails: {
    comment: {
      paragraphs: ['{kind} {number}에 {author}의 새 댓글이 있습니다.', '{words}'],
      link: '{number} 열기',
    },
    'comment by a customer': {
      paragraphs: ['{kind} {number}에 {author}의 답변이 있습니다.', '{words}'],
      link: '{number} 열기',
    },
    'comment by a customer, not verified': {
      paragraphs: ['{kind} {number}에 {author}의 답변이 있습니다. 보낸 사람이 확인되지 않은 이메일입니다.', '{words}'],
      link: '{number} 열기',
    },
    'case resolved': {
      paragraphs: ['케이스 {number} 건의 해결 방안이 제안되었습니다. 수락하거나 거절해 주십시오.'],
      link: '{number} 열기',
      answers: { accept: '수락', reject: '해결되지 않았습니다' },
    },
    'case resolved, with words': {
      paragraphs: [
        '케이스 {number} 건이 해결되었습니다. {author}의 메시지:',
        '{words}',
        '해결 방안을 수락하거나 거절해 주십시오.',
      ],
      link: '{number} 열기',
      answers: { accept: '수락', reject: '해결되지 않았습니다' },
    },
    'case closed': {
      paragraphs: ['케이스 {number} 건이 종료되었습니다.'],
      link: '{number} 열기',
    },
    'case closed, with words': {
      paragraphs: ['케이스 {number} 건이 종료되었습니다. {author}의 메시지:', '{words}'],
      link: '{number} 열기',
    },
    'case closed, with a solution': {
      paragraphs: ['케이스 {number} 건이 종료되었습니다. 해결 방안은 계속 볼 수 있습니다.'],
      link: '해결 방안 보기',
    },
    'work note': {
      paragraphs: ['{kind} {number}에 {author}의 새 작업 메모가 있습니다.', '{words}'],
      link: '{number} 열기',
    },
    assignment: {
      paragraphs: ['{kind} {number} 건의 담당자로 지정되었습니다.'],
      link: '{number} 열기',
    },
    created: {
      paragraphs: ['{kind} {number} 건이 등록되었습니다.'],
      link: '{number} 열기',
    },
    associated: {
      paragraphs: ['{kind} {number} 건이 케이스와 연결되었습니다.'],
      link: '{number} 열기',
    },
    'on hold': {
      paragraphs: ['{kind} {number} 건이 보류되었습니다.'],
      link: '{number} 열기',
    },
    resolved: {
      paragraphs: ['{kind} {number} 건이 해결되었습니다.'],
      link: '{number} 열기',
    },
    'approval asked': {
      paragraphs: ['{kind} {number} 건이 승인을 기다리고 있습니다.'],
      link: '승인 또는 거절',
    },
    'major case proposed': {
      paragraphs: ['{author}이(가) {kind} {number} 건을 주요 케이스로 제안했습니다.', '{words}'],
      link: '후보 검토',
    },
    notification: {
      paragraphs: ['{kind} {number}에 {author}의 메시지가 있습니다.', '{words}'],
      link: '{number} 열기',
    },
    'notification of several cases': {
      paragraphs: [
        '여러 케이스에 대한 {author}의 메시지입니다.',
        '{words}',
        '{cases}',
        '이 이메일에 회신하시면 {number} 건에 등록됩니다. 다른 케이스에 답변하시려면 해당 케이스를 열어 주십시오.',
      ],
      link: '{number} 열기',
    },
    'added to read': {
      paragraphs: [
        '{author} 님이 케이스 {number}에 회원님을 추가했습니다. 내용을 읽고 이메일로 소식을 받으실 수 있습니다.',
      ],
      link: '{number} 열기',
    },
    'added to answer': {
      paragraphs: [
        '{author} 님이 케이스 {number}에 회원님을 추가했습니다. 내용을 읽고 답변하며 이메일로 소식을 받으실 수 있습니다.',
      ],
      link: '{number} 열기',
    },
    'case opened for you': {
      paragraphs: [
        '{author} 님이 회원님을 위해 케이스 {number}을(를) 등록했습니다. 진행 상황을 확인하고 답변하실 수 있습니다.',
      ],
      link: '{number} 열기',
    },
    'case opened by email': {
      paragraphs: ['보내 주신 메일을 받았습니다. 케이스 {number}(으)로 등록되었습니다.'],
      link: '{number} 열기',
    },
    'answer to a closed case': {
      paragraphs: ['{old} 건이 종료되어 보내 주신 답변은 케이스 {number}(으)로 등록되었습니다.'],
      link: '{number} 열기',
    },
    'visit booked': {
      paragraphs: ['방문이 예약되었습니다: {when}.', '장소: {where}'],
      link: '{number} 열기',
    },
    'visit moved': {
      paragraphs: ['방문 일정이 변경되었습니다: {when}.', '이전 일정: {before}.', '장소: {where}'],
      link: '{number} 열기',
    },
    'visit cancelled': {
      paragraphs: ['방문이 취소되었습니다: {when}.'],
      link: '{number} 열기',
    },
    'visit to come': {
      paragraphs: ['예정된 방문을 알려 드립니다: {when}.', '장소: {where}'],
      link: '{number} 열기',
    },
    'visit for technician': {
      paragraphs: ['고객 방문이 배정되었습니다: {when}.', '장소: {where}'],
      link: '{number} 열기',
    },
    'visit cancelled for technician': {
      paragraphs: ['다음 방문은 더 이상 담당하지 않습니다: {when}.'],
      link: '{number} 열기',
    },
    invitation: {
      paragraphs: [
        'Casebridge를 이용하실 수 있습니다. 비밀번호를 설정하고 로그인해 주십시오.',
        '이 링크는 7일 안에 한 번만 사용할 수 있습니다. 링크를 받은 사람은 누구나 로그인할 수 있으니 전달하지 마십시오.',
      ],
      link: '비밀번호 설정',
    },
    reset: {
      paragraphs: [
        '계정의 새 비밀번호가 요청되었습니다. 아래에서 설정해 주십시오.',
        '이 링크는 1시간 안에 한 번만 사용할 수 있습니다. 요청하지 않으셨다면 아무것도 하지 않으셔도 됩니다. 기존 비밀번호가 그대로 유지됩니다.',
      ],
      link: '새 비밀번호 설정',
    },
  },
  subjects: {
    invitation: 'Casebridge 이용 안내',
    reset: 'Casebridge 새 비밀번호',
  },
  states: {
    new: '신규',
    open: '진행 중',
    awaiting_info: '추가 정보 대기',
    resolved: '해결됨',
    closed: '종료됨',
    cancelled: '취소됨',
  },
  comments: {
    reminder: '이 케이스는 해결 방안의 수락을 기다리고 있습니다. 조치하지 않으시면 자동으로 종료됩니다.',
    autoClosed: '이 케이스는 자동으로 종료되었습니다.',
  },
  support: '고객지원팀',
  product: 'Casebridge',
  reply: '답변하시려면 아래 링크를 열거나 이 메일에 회신해 주십시오.',
  more: '외 {count}건',
};
