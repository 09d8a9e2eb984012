import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { Clock } from '../core/clock';
import type { ConversationEvent } from '../core/conversation-event';
import { soon } from '../core/soon';
import type { Called } from './watch-calls';
import type { OutboxStore } from './tickets/outbox-store';
import type { UnansweredStore } from './unanswered/unanswered-store';

/** The figures of the support side and of conversations, for `/metrics`. */
export interface Metrics {
  readonly turn: (measure: {
    readonly channel: string;
    readonly language: string;
    readonly decisions: readonly string[];
    readonly seconds: number;
    readonly failed: boolean;
  }) => void;
  /** One attempt of the outbox to reach a backend or a person. */
  readonly attempted: (kind: string, isDone: boolean) => void;
  /** Counts what happened in a conversation. */
  readonly happened: (event: ConversationEvent) => void;
  /** One call of another system: the account server, the ticket system, the channel's connector. */
  readonly called: Called;
  /** Reads what waits whenever the figures are asked for. */
  watch(waiting: Waiting, now: Clock): void;
}

/** What waits to be done. */
export interface Waiting {
  readonly jobs: OutboxStore;
  readonly unanswered: UnansweredStore;
}

/** Without an app id whoever calls names the channel: other names than these would be figures without end. */
const CHANNELS = new Set(['directline', 'webchat', 'msteams', 'emulator', 'test']);

function channelLabel(channel: string): string {
  return CHANNELS.has(channel) ? channel : 'other';
}

/** Adds the figures to a registry. Labels are ids of channels, languages and kinds: never what people write. */
export function createMetrics(registry: Registry): Metrics {
  const registers = [registry];
  const turns = new Counter({
    ...{ name: 'bot_turns_total', help: 'Messages taken, by channel, language and result.' },
    ...{ labelNames: ['channel', 'language', 'result'], registers },
  });
  const seconds = new Histogram({
    ...{ name: 'bot_turn_duration_seconds', help: 'Time to answer a message once understood.' },
    ...{ buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5], registers },
  });
  const bands = new Counter({
    ...{ name: 'bot_decisions_total', help: 'Questions by band and language.' },
    ...{ labelNames: ['decision', 'language'], registers },
  });
  const events = new Counter({
    ...{ name: 'bot_events_total', help: 'What happened in conversations, by type and language.' },
    ...{ labelNames: ['type', 'language'], registers },
  });
  const escalations = new Counter({
    ...{ name: 'bot_escalations_total', help: 'Tickets sent, by language, channel and why.' },
    ...{ labelNames: ['language', 'channel', 'reason'], registers },
  });
  const calls = new Counter({
    ...{ name: 'bot_outbox_attempts_total', help: 'Calls of the outbox, by kind and result.' },
    ...{ labelNames: ['kind', 'result'], registers },
  });
  const backendCalls = new Histogram({
    ...{ name: 'bot_backend_call_duration_seconds', help: 'Calls of other systems, by outcome.' },
    ...{ labelNames: ['backend', 'outcome'], registers },
    buckets: [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  });
  const happened = (event: ConversationEvent) => {
    const { type, language } = event;
    const channel = channelLabel(event.channel);
    events.inc({ type, language });
    if (type === 'ticketed')
      escalations.inc({ language, channel, reason: event.reason ?? 'unknown' });
  };
  return {
    turn(measure) {
      const { language } = measure;
      const channel = channelLabel(measure.channel);
      turns.inc({ channel, language, result: measure.failed ? 'failed' : 'answered' });
      seconds.observe(measure.seconds);
      for (const decision of measure.decisions) bands.inc({ decision, language });
    },
    attempted: (kind, isDone) => calls.inc({ kind, result: isDone ? 'done' : 'postponed' }),
    happened,
    called: (backend, outcome, time) => backendCalls.observe({ backend, outcome }, time),
    watch({ jobs, unanswered }, now) {
      watchBacklog(registry, jobs, now);
      watchQueue(registry, unanswered);
    },
  };
}

/** While the database is away, or slow, what waits there is unknown, and all other figures are needed most. */
const PATIENCE_MS = 2000;

function watchBacklog(registry: Registry, jobs: OutboxStore, now: Clock): void {
  const registers = [registry];
  // Both figures are asked for in the same moment.
  let asking: ReturnType<OutboxStore['backlog']> | undefined;
  const backlog = () => {
    asking ??= jobs.backlog().finally(() => (asking = undefined));
    return soon(PATIENCE_MS, asking);
  };
  new Gauge({
    ...{ name: 'bot_outbox_jobs', help: 'What the outbox has still to do.', registers },
    async collect() {
      this.set((await backlog())?.count ?? NaN);
    },
  });
  new Gauge({
    ...{ name: 'bot_outbox_oldest_seconds', help: 'Age of the oldest job; 0 without any.' },
    registers,
    async collect() {
      const found = await backlog();
      const { oldest = now().toISOString() } = found ?? {};
      this.set(found ? Math.max(0, now().getTime() - Date.parse(oldest)) / 1000 : NaN);
    },
  });
}

function watchQueue(registry: Registry, unanswered: UnansweredStore): void {
  new Gauge({
    ...{ name: 'bot_unanswered_questions', help: 'Questions that wait for a supporter.' },
    ...{ labelNames: ['language'], registers: [registry] },
    async collect() {
      this.reset();
      const counts = (await soon(PATIENCE_MS, unanswered.counts())) ?? [];
      for (const [language, count] of counts) this.set({ language }, count);
    },
  });
}
