import type { Request, Response } from 'restify';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { oneARound } from '../../src/server/one-a-round';

const request = new IncomingMessage(new Socket()) as Request;
const response = new ServerResponse(request) as Response;

it('lets one request in with each round, in the order in which they came', async () => {
  const wait = oneARound();
  const log: string[] = [];
  const ask = (name: string) => {
    void wait(request, response, () => void log.push(name));
  };
  const round = async () => {
    log.push('|');
    await new Promise((resolve) => setImmediate(resolve));
  };
  ['a', 'b', 'c'].forEach(ask);
  for (let count = 0; count < 4; count += 1) await round();
  ask('d');
  await round();
  expect(log.join('')).toBe('|a|b|c||d');
});
