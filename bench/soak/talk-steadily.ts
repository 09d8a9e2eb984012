import { setTimeout as wait } from 'node:timers/promises';
import { beginServiceTalk } from './service-speaker';
import type { Speaker } from './speaker';
import { beginStreamTalk } from './stream-speaker';

export interface SteadyTalk {
  readonly url: string;
  readonly conversations: number;
  /** Turns a second over all conversations. */
  readonly rate: number;
  readonly questions: readonly string[];
  /** Whether all shall leave, by what they have said so far. */
  readonly isOver: (talked: Readonly<Talked>) => boolean;
}

/** Turns that were answered, and those that weren't. */
export interface Talked {
  turns: number;
  failed: number;
}

/** After their questions people ask for a person, and open a ticket. */
const LENGTH = 8;
const TICKET = ['Talk to a person', 'Nothing to add', 'kim@contoso.example', 'Yes, send it'];
/** One conversation in so many has a stream, and those share so many addresses of this machine. */
const STREAMS = 4;
const ADDRESSES = 8;

/** Lets people talk at a steady rate until it is over, each in turn with somebody new in their place. */
export async function talkSteadily(talk: SteadyTalk): Promise<Talked> {
  const talked = { turns: 0, failed: 0 };
  const pause = (1000 * talk.conversations) / talk.rate;
  const places = Array.from({ length: talk.conversations }, async (_, place) => {
    await wait((pause * place) / talk.conversations);
    for (let person = place; !talk.isOver(talked); person += talk.conversations)
      await live(talk, { person, pause, talked });
  });
  await Promise.all(places);
  return talked;
}

async function live(
  talk: SteadyTalk,
  { person, pause, talked }: { person: number; pause: number; talked: Talked },
): Promise<void> {
  let speaker: Speaker | undefined;
  for (const line of linesOf(talk, person)) {
    if (talk.isOver(talked)) break;
    const next = wait(pause);
    try {
      speaker ??= await begin(talk.url, person);
      await speaker.say(line);
      talked.turns += 1;
    } catch (error) {
      talked.failed += 1;
      console.error(String(error));
    }
    await next;
  }
  speaker?.leave();
}

function linesOf({ questions }: SteadyTalk, person: number): readonly string[] {
  const asked = Array.from(
    { length: LENGTH },
    (_, place) => questions[(person * LENGTH + place) % questions.length] ?? '',
  );
  return [...asked, ...TICKET];
}

function begin(url: string, person: number): Promise<Speaker> {
  return person % STREAMS === 0
    ? beginStreamTalk(url, `127.0.0.${2 + ((person / STREAMS) % ADDRESSES)}`)
    : beginServiceTalk(url);
}
