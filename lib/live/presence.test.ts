import { beforeEach, expect, test } from 'vitest';
import { PRESENCE_TIMEOUT, PresenceRoom } from './presence.ts';

const ava = { taskId: 't', userId: 'ava', name: 'Ava Agent', tab: '1' };
const noa = { taskId: 't', userId: 'noa', name: 'Noa Noc', tab: '1' };

let room: PresenceRoom;

beforeEach(() => {
  room = new PresenceRoom();
});

test('Presence · each user on a record is listed once, editing before viewing', () => {
  room.hear({ ...noa, mode: 'viewing' }, 0);
  room.hear({ ...ava, mode: 'editing' }, 0);
  room.hear({ ...ava, tab: '2', mode: 'viewing' }, 0);
  expect(room.on('t')).toEqual([
    { id: 'ava', name: 'Ava Agent', mode: 'editing' },
    { id: 'noa', name: 'Noa Noc', mode: 'viewing' },
  ]);
  expect(room.on('another')).toEqual([]);
});

test('Presence · only a difference is news', () => {
  const news = [
    room.hear({ ...ava, mode: 'viewing' }, 0),
    room.hear({ ...ava, mode: 'viewing' }, 1),
    room.hear({ ...ava, tab: '2', mode: 'viewing' }, 2),
    room.hear({ ...ava, tab: '2', mode: 'editing' }, 3),
    room.hear({ ...ava, tab: '2', mode: null }, 4),
    room.hear({ ...ava, mode: null }, 5),
  ];
  expect(news).toEqual([true, false, false, true, true, true]);
  expect(room.on('t')).toEqual([]);
});

test('Presence · at most ten tabs of a user on a record count, the longest silent one is dropped', () => {
  room.hear({ ...noa, mode: 'viewing' }, 0);
  room.hear({ ...ava, tab: '1', mode: 'editing' }, 1);
  for (let tab = 2; tab <= 10; tab++) room.hear({ ...ava, tab: String(tab), mode: 'viewing' }, tab);
  const modes = () => room.on('t').map(({ id, mode }) => `${id} ${mode}`);
  expect(modes()).toEqual(['ava editing', 'noa viewing']);
  room.hear({ ...ava, tab: '1', mode: 'editing' }, 11);
  expect(room.hear({ ...ava, tab: '11', mode: 'viewing' }, 12)).toBe(false);
  expect(modes()).toEqual(['ava editing', 'noa viewing']);
  for (let tab = 12; tab <= 21; tab++) room.hear({ ...ava, tab: String(tab), mode: 'viewing' }, tab);
  expect(modes()).toEqual(['ava viewing', 'noa viewing']);
});

test('Presence · whose session has ended is nowhere', () => {
  for (const taskId of ['t', 'u']) room.hear({ ...ava, taskId, mode: 'viewing' }, 0);
  room.hear({ ...noa, mode: 'viewing' }, 0);
  expect(room.forget('ava')).toEqual(['t', 'u']);
  expect([...room.on('t'), ...room.on('u')].map(({ id }) => id)).toEqual(['noa']);
});

test('Presence · a silent tab expires', () => {
  room.hear({ ...ava, mode: 'viewing' }, 0);
  room.hear({ ...noa, mode: 'viewing' }, 1);
  expect(room.sweep(PRESENCE_TIMEOUT - 1)).toEqual([]);
  expect(room.sweep(PRESENCE_TIMEOUT)).toEqual(['t']);
  expect(room.on('t').map(({ id }) => id)).toEqual(['noa']);
});
