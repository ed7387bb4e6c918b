import { standardComments } from '#lib/kinds/case/standard-comments.ts';
import { caseStates } from '#lib/kinds/case/states.ts';
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
    'comment by a customer, not verified': {
      paragraphs: ['{author} replied to {kind} {number} by an email whose sender is not verified:', '{words}'],
      link: 'Open {number}',
    },
    'case resolved': {
      paragraphs: ['A solution to case {number} is proposed. Please accept or reject it.'],
      link: 'Open {number}',
      answers: { accept: 'Accept', reject: 'It is not solved' },
    },
    'case resolved, with words': {
      paragraphs: ['Case {number} is resolved. {author} wrote:', '{words}', 'Please accept or reject the solution.'],
      link: 'Open {number}',
      answers: { accept: 'Accept', reject: 'It is not solved' },
    },
    'case closed': {
      paragraphs: ['Case {number} is closed.'],
      link: 'Open {number}',
    },
    'case closed, with words': {
      paragraphs: ['Case {number} is closed. {author} wrote:', '{words}'],
      link: 'Open {number}',
    },
    'case closed, with a solution': {
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
      paragraphs: ['The {kind} {number} needs your approval.'],
      link: 'Approve or reject',
    },
    'major case proposed': {
      paragraphs: ['{author} proposed {kind} {number} as a major case:', '{words}'],
      link: 'Review the candidate',
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
        'A reply to this email goes to {number}. To reply about another case, please open it.',
      ],
      link: 'Open {number}',
    },
    'added to read': {
      paragraphs: ['{author} added you to case {number}. You can read it, and get email about it.'],
      link: 'Open {number}',
    },
    'added to answer': {
      paragraphs: ['{author} added you to case {number}. You can read and answer it, and get email about it.'],
      link: 'Open {number}',
    },
    'case opened for you': {
      paragraphs: ['{author} opened case {number} for you. You can follow and answer it.'],
      link: 'Open {number}',
    },
    'case opened by email': {
      paragraphs: ['We have your email. It is now case {number}.'],
      link: 'Open {number}',
    },
    'answer to a closed case': {
      paragraphs: ['{old} is no longer open, so your answer is now case {number}.'],
      link: 'Open {number}',
    },
    'visit booked': {
      paragraphs: ['Your appointment is booked: {when}.', 'Where: {where}'],
      link: 'Open {number}',
    },
    'visit moved': {
      paragraphs: ['The appointment has moved to {when}.', 'Before, it was {before}.', 'Where: {where}'],
      link: 'Open {number}',
    },
    'visit cancelled': {
      paragraphs: ['The appointment on {when} is canceled.'],
      link: 'Open {number}',
    },
    'visit to come': {
      paragraphs: ['This is a reminder of your appointment: {when}.', 'Where: {where}'],
      link: 'Open {number}',
    },
    'visit for technician': {
      paragraphs: ['You have an appointment with a customer: {when}.', 'Where: {where}'],
      link: 'Open {number}',
    },
    'visit cancelled for technician': {
      paragraphs: ['You are no longer assigned to the appointment on {when}.'],
      link: 'Open {number}',
    },
    invitation: {
      paragraphs: [
        'You have been given access to Casebridge. Choose a password to sign in.',
        'The link works once, within 7 days. Do not forward it: anyone who opens it can sign in as you.',
      ],
      link: 'Choose a password',
    },
    reset: {
      paragraphs: [
        'A new password was requested for your account. Choose it here.',
        'The link works once, within one hour. If you did not request it, ignore this email: your password stays the same.',
      ],
      link: 'Choose a new password',
    },
  },
  subjects: {
    invitation: 'Your access to Casebridge',
    reset: 'Your new password for Casebridge',
  },
  states: {
    new: caseStates.new.label,
    open: caseStates.open.label,
    awaiting_info: caseStates.awaiting_info.label,
    resolved: caseStates.resolved.label,
    closed: caseStates.closed.label,
    cancelled: caseStates.cancelled.label,
  },
  comments: standardComments,
  support: 'Support',
  product: 'Casebridge',
  reply: 'To answer, follow the link below or reply to this email.',
  more: 'and {count} more',
};
