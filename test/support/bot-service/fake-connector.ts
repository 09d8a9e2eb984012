import type { Activity } from 'botbuilder';
import type { Lie } from '../../outbound/lies';
import { sendJson, startHttpFake } from './http-fake';

/** What the connector does with one call, instead of taking it. */
export interface Mishap {
  readonly status?: number;
  /** Seconds. */
  readonly retryAfter?: number;
  readonly code?: string;
  /** Milliseconds before the answer. */
  readonly slow?: number;
  /** Takes the call, then cuts the connection. */
  readonly cut?: boolean;
  /** Takes nothing and never answers. */
  readonly isSilent?: boolean;
  /** Takes the call, then answers as it likes. */
  readonly lie?: Lie | undefined;
  /** Takes the call, then answers with the status all the same. */
  readonly isTaken?: boolean;
}

export interface ConnectorCall {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly status: number;
}

/** Bot Connector v3 on loopback, with the shapes of Teams: conversations as they would be shown, and what was called. */
export async function startConnector() {
  const calls: ConnectorCall[] = [];
  const shown = new Map<string, Partial<Activity>>();
  const mishaps: Mishap[] = [];
  let count = 0;
  const http = await startHttpFake(async (request, response) => {
    const { method, path, authorization, body } = request;
    const isTyping = body.includes('"type":"typing"');
    const {
      status,
      slow = 0,
      retryAfter,
      code,
      cut,
      isTaken,
      isSilent,
      lie,
    } = isTyping ? {} : (mishaps.shift() ?? {});
    calls.push({ method, path: decodeURIComponent(path), authorization, status: status ?? 200 });
    if (isSilent === true) return;
    await new Promise((resolve) => setTimeout(resolve, slow));
    if (isTaken === true) take(method, path, body);
    if (status !== undefined) {
      if (retryAfter !== undefined) response.setHeader('Retry-After', String(retryAfter));
      sendJson(response, status, { error: { code: code ?? 'Error', message: 'refused' } });
      return;
    }
    const reply = take(method, path, body);
    if (lie) lie(response, response.req);
    else if (cut === true) response.destroy();
    else sendJson(response, reply.status, reply.body);
  });

  function take(method: string, path: string, body: string) {
    const [, conversation = '', rest = '', id = ''] =
      /^\/v3\/conversations(?:\/([^/]+)\/(\w+)(?:\/([^/?]+))?)?/.exec(path) ?? [];
    if (rest === 'members' || rest === 'pagedmembers') return members(conversation, id);
    if (conversation === '') return { status: 201, body: { id: 'a:new', activityId: 'new' } };
    if (method === 'DELETE') shown.delete(id);
    if (method === 'PUT') shown.set(id, JSON.parse(body) as Partial<Activity>);
    if (method !== 'POST') return { status: 200, body: { id } };
    count += 1;
    const activity = JSON.parse(body) as Partial<Activity>;
    if (activity.type === 'message') shown.set(`bot-${count}`, activity);
    return { status: 201, body: { id: `bot-${count}` } };
  }

  return {
    ...http,
    calls,
    /** Messages as people see them now, by id, in the order in which they were sent. */
    shown,
    /** Makes the next calls that send, change or delete a message go wrong, one after the other. */
    suffer(...next: Mishap[]) {
      mishaps.push(...next);
    },
  };
}

function members(conversation: string, id: string) {
  const anna = {
    ...{ id: '29:anna', name: 'Anna', aadObjectId: 'anna', tenantId: conversation },
    email: 'anna@fjallberg.example',
  };
  return { status: 200, body: id === '' ? [anna] : anna };
}

export type FakeConnector = Awaited<ReturnType<typeof startConnector>>;
