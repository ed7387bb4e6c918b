import type { Templates } from './template.ts';

export const en: Templates = {
  mails: {
    comment: {
      paragraphs: ['{author} wrote about {kind} {number}:', '{words}'],
      link: 'Open {number}',
    },
    'comment by a customer': {
      paragraphs: ['{author} replied to {kind} {number}:', '{words}'],
      link: 'Open {number}',
    },
    'case resolved': {
      paragraphs: ['There is a solution to case {number}. Please read it, and accept or reject it.'],
      link: 'See the solution',
    },
    'case closed': {
      paragraphs: ['Case {number} is closed.'],
      link: 'Open {number}',
    },
    'case closed, with an answer': {
      paragraphs: ['Case {number} is closed. Its solution can still be read.'],
      link: 'See the solution',
    },
    'work note': {
      paragraphs: ['New work note in {kind} {number}, by {author}:', '{words}'],
      link: 'Open {number}',
    },
    assignment: {
      paragraphs: ['The {kind} {number} is now assigned to you.'],
      link: 'Open {number}',
    },
    created: {
      paragraphs: ['The {kind} {number} was opened.'],
      link: 'Open {number}',
    },
    associated: {
      paragraphs: ['The {kind} {number} was associated with a case.'],
      link: 'Open {number}',
    },
    'on hold': {
      paragraphs: ['The {kind} {number} is on hold.'],
      link: 'Open {number}',
    },
    resolved: {
      paragraphs: ['The {kind} {number} is resolved.'],
      link: 'Open {number}',
    },
    'approval asked': {
      paragraphs: ['The {kind} {number} waits for your approval.'],
      link: 'Approve or reject',
    },
    notification: {
      paragraphs: ['{author} wrote about {kind} {number}:', '{words}'],
      link: 'Open {number}',
    },
    'notification of several cases': {
      paragraphs: [
        '{author} wrote about several cases:',
        '{words}',
        '{cases}',
        'An answer to this email goes to {number}. To answer for another case, please open it.',
      ],
      link: 'Open {number}',
    },
    words: {
      paragraphs: ['{words}'],
      link: 'Open {number}',
    },
  },
  kinds: {
    case: 'case',
    incident: 'incident',
    problem: 'problem',
    change: 'change request',
    request: 'request',
    requested_item: 'requested item',
  },
  support: 'Support',
  product: 'Casebridge',
  more: 'and {count} more',
};
