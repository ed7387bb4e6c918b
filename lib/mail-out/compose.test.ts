import { describe, expect, it, test } from 'vitest';
import { standardComments } from '#lib/kinds/case/standard-comments.ts';
import { type CaseState, caseStates } from '#lib/kinds/case/states.ts';
import { notifyRules } from '#lib/mail-rules/rules.ts';
import { composeMail, type MailContent } from './compose.ts';
import { templateOf } from './template-of.ts';
import { en } from './templates/en.ts';
import { ko } from './templates/ko.ts';

const mail: MailContent = {
  event: 'comment for the customer',
  facts: {},
  subject: 'CS0001001 Payments fail',
  body: 'It works **again**.',
  kind: 'case',
  number: 'CS0001001',
  language: 'en',
  author: null,
  toCustomer: true,
};

describe('an email', () => {
  it('MAIL-2 · has the same content as text and as HTML, from one template', async () => {
    const { subject, text, html } = await composeMail(mail);
    expect(subject).toBe('CS0001001 Payments fail');
    expect(text).toBe(
      'Support wrote about case CS0001001:\n\nIt works **again**.\n\nOpen CS0001001: http://localhost:3000/portal/cases/CS0001001\n',
    );
    expect(html).toContain('<p>Support wrote about case CS0001001:</p>');
    expect(html).toContain('It works <strong>again</strong>.');
    expect(html).toContain('<a href="http://localhost:3000/portal/cases/CS0001001">Open CS0001001</a>');
  });

  it('MAIL-2 · invites a reply only if replies are received', async () => {
    const reply = 'To answer, follow the link below or reply to this email.';
    expect((await composeMail({ ...mail, canReply: true })).text).toContain(`\n\n${reply}\n\nOpen CS0001001`);
    expect((await composeMail(mail)).text).not.toContain(reply);
    const facts = {
      cases: [
        { number: 'CS0001001', title: 'a' },
        { number: 'CS0001002', title: 'b' },
      ],
    };
    expect((await composeMail({ ...mail, event: 'notification', facts, canReply: true })).text).not.toContain(reply);
  });

  it.each([
    ['en', 'Accept', 'It is not solved', 'Open CS0001001'],
    ['ko', '수락', '해결되지 않았습니다', 'CS0001001 열기'],
  ] as const)(
    'POR-17 · about a proposed solution leads its customer in %s to the answers on the page of the case, staff to the record',
    async (language, ...words) => {
      const page = 'http://localhost:3000/portal/cases/CS0001001';
      const resolved = { ...mail, language, event: 'resolved or closed', facts: { state: 'resolved' } };
      const ways = [`${page}?answer=accept`, `${page}?answer=reject`, page];
      const { text, html } = await composeMail(resolved);
      ways.forEach((way, index) => {
        expect(text).toContain(`${words[index]}: ${way}\n`);
        expect(html).toContain(`<a href="${way}">${words[index]}</a>`);
      });
      const toStaff = await composeMail({ ...resolved, toCustomer: false });
      expect(toStaff.text).toContain(`${words[2]}: http://localhost:3000/go/CS0001001`);
      expect(toStaff.html).not.toContain('answer=');
    },
  );

  it.each(Object.keys(en.mails))('POR-17 · never links a customer to the workspace: %s', async (name) => {
    const [event] = notifyRules.map((rule) => rule.event).filter((each) => templateOf(each, {}) === name);
    const cases = ['CS0001001', 'CS0001002'].map((number) => ({ number, title: 'a' }));
    for (const number of ['CS0001001', 'REQ0010001', 'INC0010001'])
      for (const language of ['en', 'ko'] as const) {
        const { text, html } = await composeMail({ ...mail, language, number, event: event ?? name, facts: { cases } });
        expect(text + html).not.toMatch(/\/go\/|\/workspace|\/admin/);
        expect(text).toMatch(/http:\/\/localhost:3000\/(portal|login)/);
      }
  });

  it('MAIL-10 · is in the language of its recipient, except for text that people wrote', async () => {
    const { text, html } = await composeMail({ ...mail, language: 'ko' });
    expect(text).toBe(
      '케이스 CS0001001에 고객지원팀의 새 댓글이 있습니다.\n\nIt works **again**.\n\nCS0001001 열기: http://localhost:3000/portal/cases/CS0001001\n',
    );
    expect(html).toContain('<html lang="ko">');
  });

  it('MAIL-2 · has readable text, and special characters as typed in both forms', async () => {
    const body = 'About \\[P1\\] Payments \\*all\\* fail';
    const typed = 'About [P1] Payments *all* fail';
    const { text, html } = await composeMail({ ...mail, facts: { typed }, body });
    for (const each of [text, html]) expect(each).toContain(typed);
  });

  it.each([String.raw`\\nas01\public\_old and C:\Users\_tmp\*.log`, '2. yes\n5. no &amp; `\\*` __init__\n    four'])(
    'MAIL-2 · keeps every character typed in a composer in its plain text: %j',
    async (body) => {
      expect((await composeMail({ ...mail, body })).text).toContain(`\n\n${body}\n\n`);
      expect((await composeMail({ ...mail, event: 'notification', body })).text).toContain(`\n\n${body}\n\n`);
    },
  );

  it.each([
    ['comment for the customer', {}, standardComments.reminder, ko.comments.reminder],
    ['resolved or closed', { state: 'closed', worded: true }, standardComments.autoClosed, ko.comments.autoClosed],
  ])(
    'CASE-3, MAIL-10 · translates the product’s own comments for its reader (%s)',
    async (event, facts, body, korean) => {
      const { text, html } = await composeMail({ ...mail, event, facts, body, language: 'ko' });
      for (const each of [text, html]) {
        expect(each).toContain(korean);
        expect(each).not.toContain(body);
      }
      expect((await composeMail({ ...mail, event, facts, body })).text).toContain(body);
    },
  );

  it('POR-3 · names its author only where the recipient may read the name', async () => {
    expect((await composeMail({ ...mail, author: 'Ava Agent' })).text).toMatch(/^Ava Agent wrote/);
    expect((await composeMail({ ...mail, toCustomer: false })).text).toMatch(/^Casebridge wrote/);
  });

  it('MAIL-2 · has no user-written tags in texts or names, and only valid links', async () => {
    const body = '<script>alert(1)</script> [here](/workspace/case/CS0001001) <img src=x onerror=alert(1)>';
    const { html } = await composeMail({ ...mail, subject: 'A "<b>" & more', author: '<i>Eve</i>', body });
    expect(html).not.toMatch(/<script|<img|<b>|<i>/);
    expect(html).toContain('A &quot;&lt;b&gt;&quot; &amp; more');
    expect(html).toContain('href="http://localhost:3000/workspace/case/CS0001001"');
  });

  const open = 'Open CS0001001';
  const page = 'http://localhost:3000/portal/cases/CS0001001';
  const answer = `Accept: ${page}?answer=accept\nIt is not solved: ${page}?answer=reject\n${open}`;
  it.each([
    [{ state: 'resolved' }, '', 'A solution to case CS0001001 is proposed. Please accept or reject it.', answer],
    [
      { state: 'resolved', answered: true, worded: true },
      'It works.',
      'Case CS0001001 is resolved. Support wrote:\n\nIt works.\n\nPlease accept or reject the solution.',
      answer,
    ],
    [{ state: 'closed' }, '', 'Case CS0001001 is closed.', open],
    [{ state: 'closed', worded: true }, 'Bye.', 'Case CS0001001 is closed. Support wrote:\n\nBye.', open],
    [
      { state: 'closed', answered: true },
      '',
      'Case CS0001001 is closed. Its solution can still be read.',
      'See the solution',
    ],
  ])(
    'CASE-2, MAIL-10 · about a closed case (%j) describes its state and links to it',
    async (facts, body, words, link) => {
      const { text } = await composeMail({ ...mail, event: 'resolved or closed', facts, body });
      expect(text).toBe(`${words}\n\n${link}: http://localhost:3000/portal/cases/CS0001001\n`);
    },
  );

  it.each([
    [
      'case shared',
      'Support added you to case CS0001001. You can read it, and get email about it.',
      '고객지원팀 님이 케이스 CS0001001에 회원님을 추가했습니다. 내용을 읽고 이메일로 소식을 받으실 수 있습니다.',
    ],
    [
      'case opened by email',
      'We have your email. It is now case CS0001001.',
      '보내 주신 메일을 받았습니다. 케이스 CS0001001(으)로 등록되었습니다.',
    ],
    [
      'answer to a closed case',
      'CS0000009 is no longer open, so your answer is now case CS0001001.',
      'CS0000009 건이 종료되어 보내 주신 답변은 케이스 CS0001001(으)로 등록되었습니다.',
    ],
  ])(
    'MAIL-9, MAIL-11 · that tells its sender what happened to their email (%s) is a template, too',
    async (event, ...said) => {
      const texts = (['en', 'ko'] as const).map((language) =>
        composeMail({ ...mail, event, facts: { old: 'CS0000009' }, body: '', language }),
      );
      expect((await Promise.all(texts)).map(({ text }) => text.split('\n\n')[0])).toEqual(said);
    },
  );
});

test.each(notifyRules)(
  'MAIL-10 · $event has a template that includes the text if the rule has one',
  ({ event, facts, says }) => {
    const isOfPeople = [
      'comment for the customer',
      'comment by the customer',
      'commented',
      'work note',
      'major case proposed',
    ].includes(event);
    const name = templateOf(event, { state: 'resolved' });
    expect([says.length > 0, facts === undefined || name !== 'comment']).toEqual([true, true]);
    expect(en.mails[name].paragraphs.includes('{words}')).toBe(isOfPeople);
  },
);

describe('a message to the customers of many cases', () => {
  const one = { number: 'CS0001001', title: 'Payments fail' };
  const other = { number: 'CS0001002', title: 'Phones <b>&</b> mail' };
  const message = { ...mail, event: 'notification', body: 'We are **on it**.' };
  const answers = {
    en: 'A reply to this email goes to CS0001001. To reply about another case, please open it.',
    ko: '이 이메일에 회신하시면 CS0001001 건에 등록됩니다. 다른 케이스에 답변하시려면 해당 케이스를 열어 주십시오.',
  };

  it('NOT-6 · is about the one case that somebody has', async () => {
    const { text } = await composeMail({ ...message, facts: { cases: [one] } });
    expect(text).toBe(
      'Support wrote about case CS0001001:\n\nWe are **on it**.\n\nOpen CS0001001: http://localhost:3000/portal/cases/CS0001001\n',
    );
  });

  it.each(['en', 'ko'] as const)(
    'NOT-6 · names all cases with their links, and the one that receives a reply (%s)',
    async (language) => {
      const { text, html } = await composeMail({ ...message, language, facts: { cases: [one, other] } });
      for (const { number, title } of [one, other])
        expect(text).toContain(`- ${number} ${title}: http://localhost:3000/portal/cases/${number}`);
      expect(text).toContain(answers[language]);
      expect(html).toContain(
        '<li><a href="http://localhost:3000/portal/cases/CS0001002">CS0001002</a> Phones &lt;b&gt;',
      );
      expect(html).toContain(answers[language]);
    },
  );

  it('NOT-6 · counts the cases that it does not write out', async () => {
    const cases = Array.from({ length: 60 }, (_, at) => ({ number: `CS${1_000_000 + at}`, title: 'Hit' }));
    const { text, html } = await composeMail({ ...message, facts: { cases } });
    expect(text.match(/\/portal\/cases\//g)).toHaveLength(51);
    expect(text).toContain('- and 10 more');
    expect(html).toContain('<li>and 10 more</li>');
  });
});

test('MAIL-2 · an event without a template is sent like a comment', async () => {
  expect(templateOf('toString', {})).toBe('comment');
  const { text } = await composeMail({ ...mail, event: 'message to customers', body: 'We are on it.' });
  expect(text).toBe(
    'Support wrote about case CS0001001:\n\nWe are on it.\n\nOpen CS0001001: http://localhost:3000/portal/cases/CS0001001\n',
  );
});

test('MAIL-10 · each state of a case has a name in each language, and no Korean name is English', () => {
  for (const state of Object.keys(caseStates) as CaseState[]) {
    expect(en.states[state]).toBe(caseStates[state].label);
    expect(ko.states[state]).toMatch(/^[\p{Script=Hangul} ]+$/u);
  }
});

test('MAIL-10 · templates have the same placeholders in all languages', () => {
  const parts = ({ mails }: typeof en) =>
    Object.entries(mails).map(([name, { paragraphs, link }]) => [
      name,
      [...`${paragraphs.join(' ')} ${link}`.matchAll(/\{\w+\}/g)]
        .map(([part]) => part)
        .filter((p) => p !== '{kind}')
        .toSorted(),
    ]);
  expect(parts(ko)).toEqual(parts(en));
});
