import { Registry } from 'prom-client';
import { createMetrics } from '../../src/support/create-metrics';
import { watchCalls } from '../../src/support/watch-calls';
import { UnansweredStore } from '../../src/support/unanswered/unanswered-store';
import { backendOf, buildDraft, openDesk, silentLog } from './ticket-desk';

const head = {
  ...{ at: '2026-05-20T10:00:00.000Z', conversation: 'c', person: 'p' },
  ...{ channel: 'msteams', language: 'sv' },
};

describe('the metrics', () => {
  it('count turns, bands, events, escalations and attempts, and show the age of the outbox', async () => {
    const registry = new Registry();
    const metrics = createMetrics(registry);
    const backend = backendOf(() => Promise.reject(new Error('503')));
    const { tickets, jobs, clock, database } = await openDesk({
      backend,
      attempted: metrics.attempted,
    });
    const unanswered = new UnansweredStore(database, clock.now);
    const question = { ...head, id: 'q', text: 'secret words', reason: 'missed' } as const;
    await unanswered.put({ ...question, candidates: [], contentVersion: 'v1' });
    metrics.watch({ jobs, unanswered }, clock.now);
    const warn = jest.fn();
    const webhook = watchCalls(metrics.called, clock.now, { ...silentLog, warn })('webhook');
    await expect(
      webhook(() => {
        clock.pass(0.2);
        return Promise.reject(new Error('503'));
      }),
    ).rejects.toThrow('503');
    expect(warn).toHaveBeenCalledWith({ system: 'webhook', err: new Error('503') }, 'call failed');
    await tickets.send(buildDraft());
    clock.pass(90);
    const measure = { channel: 'msteams', language: 'sv', seconds: 0.02, failed: false };
    metrics.turn({ ...measure, decisions: ['answer', 'fallback'] });
    metrics.happened({ ...head, id: '1', type: 'ticketed', ticket: 1001, reason: 'missed' });
    const backlog = jest.spyOn(jobs, 'backlog');
    const text = await registry.metrics();
    expect(backlog).toHaveBeenCalledTimes(1);
    for (const line of [
      'bot_turns_total{channel="msteams",language="sv",result="answered"} 1',
      'bot_turn_duration_seconds_count 1',
      'bot_decisions_total{decision="fallback",language="sv"} 1',
      'bot_events_total{type="ticketed",language="sv"} 1',
      'bot_escalations_total{language="sv",channel="msteams",reason="missed"} 1',
      'bot_outbox_attempts_total{kind="ticket",result="postponed"} 1',
      'bot_outbox_jobs 1',
      'bot_backend_call_duration_seconds_count{backend="webhook",outcome="failed"} 1',
      'bot_backend_call_duration_seconds_bucket{le="0.25",backend="webhook",outcome="failed"} 1',
      'bot_backend_call_duration_seconds_bucket{le="0.1",backend="webhook",outcome="failed"} 0',
      'bot_unanswered_questions{language="sv"} 1',
      'bot_outbox_oldest_seconds 90',
    ])
      expect(text).toContain(line);
    expect(text).not.toContain('secret');
    clock.pass(-3600);
    expect(await registry.metrics()).toContain('bot_outbox_oldest_seconds 0');
    expect(backlog).toHaveBeenCalledTimes(2);
    backlog.mockRejectedValueOnce(new Error('Away.'));
    const unknown = await registry.metrics();
    expect(unknown).toContain('bot_outbox_jobs Nan');
    expect(unknown).toContain('bot_outbox_oldest_seconds Nan');
  });
});
