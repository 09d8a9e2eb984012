import { DemoAccountBackend } from '../../src/accounts/demo-account-backend';
import { loadConfig } from '../../src/config';
import { createRecognizer } from '../../src/create-recognizer';
import type { Recognizer } from '../../src/understanding/recognizers/recognizer';
import { content } from '../support/content';
import { openChat } from '../support/chat';

const now = () => new Date('2026-05-20T10:00:00Z');
const accounts = new DemoAccountBackend(now);

let recognizer: Recognizer;
beforeAll(() => {
  recognizer = createRecognizer(content, loadConfig({}));
});

/** What a person says, with what the reply must hold; and what it must not. */
type Said = readonly [text: string, holds: RegExp, lacks?: RegExp];

/** Plays a conversation by a demo user, or by somebody who isn't signed in; gives the replies that aren't as they must be. */
async function play(user: string | undefined, locale: string, said: readonly Said[]) {
  const identify = () => (user === undefined ? undefined : ({ provider: 'demo', user } as const));
  const { say } = await openChat({ recognizer, accounts, identify, locale, now, expose: false });
  const faults: string[] = [];
  for (const [text, holds, lacks = /(?!)/] of said) {
    const reply = await say(text);
    if (!holds.test(reply) || lacks.test(reply)) faults.push(`> ${text}\n${reply}`);
  }
  return faults;
}

it('what is told of somebody else is worked out, beside the own account', async () => {
  const said: readonly Said[] = [
    ['when does our renewal window open?', /Your Action Pack was bought/],
    [
      'our neighbours bought their action pack on 29 February 2020. when was their window in 2021?',
      /from 1 March 2021 up to and including 30 March 2021/,
      /Your Action Pack/,
    ],
    ['and in 2024?', /from 1 March 2024 up to and including 30 March 2024/],
    ['and our token?', /Your Microsoft 365 E3 token/],
  ];
  expect(await play('anna', 'en-GB', said)).toEqual([]);
});

describe('the own account, item by item', () => {
  it.each<[string, string, string, readonly Said[]]>([
    [
      'ingrid',
      'en-GB',
      'memberships',
      [
        ['when can we renew our memberships?', /I found 3 memberships/],
        ['what about the security one?', /Security competency.*expired/, /Data Analytics/],
        ['and data analytics?', /Data Analytics competency \(gold\)/, /Security/],
        ['all of them', /I found 3 memberships/],
      ],
    ],
    [
      'grace',
      'en-GB',
      'tokens',
      [
        ['can our token still be replaced?', /I found 4 tokens/],
        ['the E5 one', /E5 token \(25 seats\) can no longer/, /E3/],
        ['and the E3?', /E3 token \(100 seats\) can still/, /E5/],
        ['and our licences?', /I found licences .* for 9 products/],
        ['only exchange', /2 licences for Exchange/],
      ],
    ],
    [
      'anna',
      'sv-SE',
      'nycklar',
      [
        ['hur många aktiveringar har vi kvar på nycklarna?', /7XK2P[^]*M4QTD/],
        ['bara servern', /7XK2P/, /M4QTD/],
        ['och office?', /M4QTD/, /7XK2P/],
        ['och vara licenser da', /licenser för 4 produkter/],
        ['och vår token?', /Microsoft 365 E3 \(25 platser\)/],
      ],
    ],
  ])('%s, %s: %s', async (user, locale, _, said) => {
    expect(await play(user, locale, said)).toEqual([]);
  });
});

it.each<[string, string, readonly Said[]]>([
  [
    'a question that was asked back about keeps what it said',
    'en-GB',
    [
      ['my token, the activations are all gone, what now', /Which of these/],
      ['sorry, no, I meant the key, not the token', /no more are granted/],
      ['is that how all of them work?', /Some product keys are Multiple Activation Keys/],
    ],
  ],
  [
    'the membership spoken of stays the one',
    'sv-SE',
    [
      ['hur förnyar vi action pack?', /Förnya Action Pack i Partnercenter/],
      ['vad händer med våra förmåner om vi glömmer det?', /förlorar ni tillgången/],
      ['och vem gör det då?', /globala administratör/, /prestationskraven/],
    ],
  ],
  [
    'one strange word beside a known name',
    'sv-SE',
    [
      ['behöver vi produktnyckel till office?', /Aktivering krävs/],
      ['och windows på plattorna?', /Aktivering krävs/],
    ],
  ],
  [
    'a general rule and the own state tell the same: no asking back',
    'en-GB',
    [
      ['We activated our token on the wrong tenant, can we have a new one?', /Yes, once/],
      ["what if it's been 40 days?", /After 40 days it is too late/],
    ],
  ],
  [
    'an answer that a follow-up leads to once more says so',
    'en-GB',
    [
      ['can we get more activations', /^\*\*No[^]*Source:/],
      ['why not', /^This is what I know about that[^]*no more are granted/, /Source:/],
    ],
  ],
  [
    'dates told in pieces, and words that are none',
    'en-GB',
    [
      ['when can we renew', /You aren't signed in/],
      ['can we renew it today?', /./, /bought on/],
      ['we bought it on 3 March 2024', /from 4 March 2025 up to and including 2 April 2025/],
      ['and the last day?', /bought on 3 March 2024/],
      ['what about 2026?', /In 2026 .* from 4 March 2026/],
    ],
  ],
  [
    'how to sign in is told once',
    'sv-SE',
    [
      ['hur många licenser har vi?', /Du är inte inloggad/],
      ['hur många aktiveringar har vi kvar?', /^Utan att logga in/, /Du är inte inloggad/],
      ['och token då?', /^Utan att logga in[^]*inom 30 dagar/],
    ],
  ],
  [
    'a ticket left, asked for, gone back to and dropped',
    'sv-SE',
    [
      ['jag vill prata med en människa', /Ska jag göra det\?/],
      ['ja', /Vad gäller det\?/],
      ['vår token aktiverades på fel ställe', /Är det något mer/],
      ['hur går det med mitt ärende?', /Det är inte skickat än[^]*Är det något mer/],
      ['kan en token delas?', /kan inte delas upp[^]*tillbaka till ditt ärende/],
      ['ok, tillbaka till ärendet', /Är det något mer/],
      ['äh, skit i det', /Ingenting har skickats/],
    ],
  ],
  [
    'what another company has, in small letters',
    'sv-SE',
    [['visa contosos nycklar', /Vad andra företag har stannar hos dem/]],
  ],
])('%s', async (_, locale, said) => {
  expect(await play(undefined, locale, said)).toEqual([]);
});
