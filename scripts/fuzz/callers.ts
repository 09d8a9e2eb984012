import { z } from 'zod';
import type { Chatter, Supporter } from './requests';

const tokenSchema = z.object({ token: z.string(), conversationId: z.string() });

/** Whom the demo page vouches for, by turns with nobody. */
const DEMO_PEOPLE = ['anna', undefined, 'erik', undefined];

/** Begins a conversation, as somebody who has signed in to the demo site or as anybody. */
export async function beginChat(url: string, place: number): Promise<Chatter> {
  const as = DEMO_PEOPLE[place % DEMO_PEOPLE.length];
  const visitor =
    as === undefined
      ? undefined
      : await (await fetch(`${url}/webchat/demo/visitor?as=${as}`)).text();
  const address = `10.1.0.${place % 250}`;
  const post = (path: string, body: object, token?: string) =>
    fetch(`${url}${path}`, {
      ...{ method: 'POST', body: JSON.stringify(body) },
      headers: {
        ...{ 'Content-Type': 'application/json', 'X-Forwarded-For': address },
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      },
    });
  const answer = tokenSchema.parse(await (await post('/webchat/token', { visitor })).json());
  await post('/v3/directline/conversations', {}, answer.token);
  return { token: answer.token, conversation: answer.conversationId };
}

/** Signs in to the support page by its password. */
export async function signIn(url: string, password: string): Promise<Supporter> {
  const answer = await fetch(`${url}/support/sign-in`, {
    ...{ method: 'POST', redirect: 'manual', body: new URLSearchParams({ password }) },
    headers: { 'X-Forwarded-For': '10.2.0.1' },
  });
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ');
  const page = await (await fetch(`${url}/support/people`, { headers: { cookie } })).text();
  return { cookie, formKey: /name="formKey" value="([\w-]+)"/.exec(page)?.[1] ?? '' };
}
