import { createApp, type App } from '../../src/app';
import { loadConfig } from '../../src/config';
import { hashPassword } from '../../src/support-page/sign-in/password';
import type { Trial } from '../../src/support/learning/trial';
import { content, translator } from '../support/content';
import { fakeRecognizer, unsure } from '../support/fake-recognizer';

const PASSWORD = 'correct horse battery';
const SECRET = 'our serial VK7JG-NPHTM-C97JM-9MPGT-3V66T is <b>used up</b>';
const REDACTED = 'our serial [product-key] is &lt;b&gt;used up&lt;/b&gt;';

const loss = {
  ...{ language: 'en', text: 'may a token be halved' },
  ...{ entry: 'tokens.split', before: 'tokens.split', after: 'keys.more' },
};
const counts = { language: 'en', lines: 371, right: 366, wrong: 0, asked: 3, refused: 2 };
const sight = { intent: 'keys.required', score: 0.5, decision: 'clarify' } as const;

function buildTrial(text: string): Trial {
  return {
    known: { lines: 10_122, gains: [], losses: text.startsWith('split') ? [loss] : [] },
    retrained: {
      version: 'version-1',
      heldOut: {
        ...{ before: [counts], after: [{ ...counts, right: 368, asked: 1 }] },
        ...{ gains: [], losses: [] },
      },
      taught: [{ text, before: sight, after: { ...sight, intent: 'keys.more', score: 0.99 } }],
    },
    seconds: 9,
  };
}

describe.each(content.languages)('unanswered questions on the support page in %s', (language) => {
  const t = translator.in(language);
  const locale = content.in.get(language)?.locale ?? '';
  let app: App;
  let url = '';
  let cookie = '';

  beforeAll(async () => {
    const config = loadConfig({
      ...{ PORT: '0', DATABASE_URL: 'file::memory:', LOG_LEVEL: 'silent' },
      SUPPORT_PASSWORD_HASH: await hashPassword(PASSWORD),
    });
    app = await createApp(config, {
      recognizer: fakeRecognizer({ [SECRET]: [unsure('keys.more', 'keys.required')] }),
      tryLesson: ({ utterances }) => Promise.resolve(buildTrial(utterances[0] ?? '')),
    });
    url = (await app.listen()).replace('localhost', '127.0.0.1');
    for (const [text, conversation] of [
      [SECRET, 'c1'],
      [SECRET, 'c2'],
      ['what is the weather', 'c3'],
    ] as const)
      await ask(text, conversation);
    const answer = await post('/support/sign-in', { password: PASSWORD, next: '/support' });
    cookie = answer.headers.getSetCookie().join('; ').split(';')[0] ?? '';
  });
  afterAll(() => app.close());

  const headers = () => ({ cookie, 'accept-language': locale });
  const ask = (text: string, conversation: string) =>
    fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        ...{ type: 'message', id: conversation, text, channelId: 'emulator', locale },
        ...{ serviceUrl: 'http://127.0.0.1:9', deliveryMode: 'expectReplies' },
        ...{ from: { id: 'p' }, recipient: { id: 'bot' }, conversation: { id: conversation } },
      }),
    });
  const post = (path: string, form: Readonly<Record<string, string>> | URLSearchParams) =>
    fetch(`${url}${path}`, {
      ...{ method: 'POST', redirect: 'manual', headers: headers() },
      body: new URLSearchParams(form),
    });
  const get = async (path: string) => {
    const response = await fetch(`${url}${path}`, { headers: headers(), redirect: 'manual' });
    return response.text();
  };
  /** Fills in a page's form as a browser would, and sends it. */
  const submit = async (path: string, fields: Readonly<Record<string, string>>) => {
    const page = await get(path);
    const form = new URLSearchParams();
    for (const [, name = '', value = ''] of page.matchAll(
      /<input type="hidden" name="(\w+)" value="([^"]*)"/g,
    ))
      form.append(name, value.replaceAll('&quot;', '"'));
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    const answer = await post(path, form);
    return { status: answer.status, to: answer.headers.get('location'), body: await answer.text() };
  };
  const clusterOf = async (words: string) => {
    const page = await get('/support/unanswered');
    return new RegExp(`href="(/support/unanswered/cluster/[^"]+)">${words}`).exec(
      page.replace(/\s+/g, ' '),
    )?.[1];
  };

  it('are shown in clusters, redacted, with the nearest entries', async () => {
    const page = await get('/support/unanswered');
    expect(page).toContain(t('support-page:unanswered.title'));
    expect(page).toContain(REDACTED);
    expect(page).not.toContain('VK7JG');
    const nearest = content.in.get(language)?.titles.get('keys.more')?.short ?? '';
    expect(page).toContain(nearest);
    const csv = await get('/support/unanswered.csv');
    expect(csv).toContain('[product-key]');
    expect(csv.split('\r\n')).toHaveLength(4);
  });

  it('are not taught as they are where something was hidden', async () => {
    const path = (await clusterOf('our serial')) ?? '';
    const utterances = 'our serial [product-key] is used up';
    const { status, body } = await submit(path, { action: 'try', entry: 'keys.more', utterances });
    expect(status).toBe(400);
    expect(body).toContain(t('support-page:unanswered.fault.redacted', { text: utterances }));
  });

  it('are refused with the lines that another entry would lose', async () => {
    const path = (await clusterOf('our serial')) ?? '';
    const form = { action: 'try', entry: 'keys.more', utterances: 'split us a serial' };
    const { to } = await submit(path, form);
    const change = (to ?? '').replace(url, '');
    const page = await get(change);
    expect(page).toContain(t('support-page:unanswered.trial.refused'));
    expect(page).toContain(loss.text);
    expect(page).not.toContain('value="accept"');
    await submit(change, { action: 'drop' });
    expect(await clusterOf('our serial')).toBe(path);
  });

  it('are taught once a supporter has seen what comes of it, and exported', async () => {
    const path = (await clusterOf('our serial')) ?? '';
    const form = { action: 'try', entry: 'keys.more', utterances: 'our serial is all used up' };
    const { to } = await submit(path, form);
    expect(await clusterOf('our serial')).toBeUndefined();
    const change = (to ?? '').replace(url, '');
    expect(await get(change)).toContain('366 → 368');
    await submit(change, { action: 'accept' });
    expect(await get(change)).toContain(t('support-page:unanswered.state.accepted'));
    expect(JSON.parse(await get('/support/unanswered/lessons.json'))).toEqual({
      lessons: [{ language, entry: 'keys.more', utterances: ['our serial is all used up'] }],
    });
    expect(await get('/support/unanswered/changes')).toContain('our serial is all used up');
  });

  it('can be set aside', async () => {
    const path = (await clusterOf('what is')) ?? '';
    const { to } = await submit(path, { action: 'dismiss', entry: 'none', utterances: '' });
    expect(to).toContain('done=dismissed');
    expect(await get('/support/unanswered')).toContain(t('support-page:unanswered.none'));
  });

  it('are for supporters only', async () => {
    const response = await fetch(`${url}/support/unanswered`, { redirect: 'manual' });
    expect(response.headers.get('location') ?? '').toContain('/support/sign-in');
  });
});
