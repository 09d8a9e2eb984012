import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { clientOf, isHost } from '../../src/server/client';

/** A request from a proxy, or from somebody who pretends to be one. */
function request(headers: IncomingMessage['headers']): IncomingMessage {
  const socket = Object.defineProperty(new Socket(), 'remoteAddress', { value: '10.0.0.9' });
  const message = new IncomingMessage(socket);
  message.headers = { host: 'bot.internal:3978', ...headers };
  return message;
}

const forwarded = {
  'x-forwarded-for': '203.0.113.7, 198.51.100.4:4711',
  'x-forwarded-host': 'evil.example, bot.example',
  'x-forwarded-proto': 'http, https',
};

it('believes what the proxy has added, and nothing that came to it', () => {
  expect(clientOf(request(forwarded), true)).toEqual({
    address: '198.51.100.4',
    origin: 'https://bot.example',
  });
});

it('believes nobody where there is no proxy', () => {
  expect(clientOf(request(forwarded), false)).toEqual({
    address: '10.0.0.9',
    origin: 'http://bot.internal:3978',
  });
});

it('goes by the request itself where the proxy says nothing', () => {
  expect(clientOf(request({}), true)).toEqual({
    address: '10.0.0.9',
    origin: 'http://bot.internal:3978',
  });
});

it('takes nothing but a host for one, and nothing but https for that', () => {
  const odd = { 'x-forwarded-host': 'bot.example/path', 'x-forwarded-proto': 'javascript' };
  expect(clientOf(request(odd), true).origin).toBe('http://localhost');
  expect(clientOf(request({ host: undefined }), false).origin).toBe('http://localhost');
});

it.each([
  ['bot.example', true],
  ['bot.example:3978', true],
  ['[2001:db8::1]:3978', true],
  ['bot.example:', false],
  ['bot.example:397800', false],
  ['kim@bot.example', false],
  ['bot.example\nx', false],
  ['[2001:db8::1', false],
])('that "%s" is a host is %s', (text, expected) => {
  expect(isHost(text)).toBe(expected);
});
