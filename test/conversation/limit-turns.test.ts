import { TestAdapter } from 'botbuilder';
import { limitTurns } from '../../src/conversation/middleware/limit-turns';
import { RateLimits } from '../../src/rates/rate-limits';
import { content, translator } from '../support/content';

it.each(content.languages)('tells whoever writes too fast, once, in %s', async (language) => {
  const said: string[] = [];
  const adapter = new TestAdapter(async (context) => {
    said.push(context.activity.text);
    await Promise.resolve();
  });
  const limit = new RateLimits().limit('turns', { points: 3, seconds: 60 });
  const spoken = { of: () => Promise.resolve(language) };
  adapter.use(limitTurns({ limit, translator, spoken }));
  for (const text of ['1', '2', '3', '4', '5'])
    await adapter.processActivity({ type: 'message', text });
  expect(said).toEqual(['1', '2', '3']);
  const replies = adapter.activeQueue.map(({ text }) => text);
  expect(replies).toHaveLength(1);
  // A busy machine takes its time for five turns.
  const counts = Array.from({ length: 30 }, (_, index) => 60 - index);
  expect(counts.map((count) => translator.in(language)('error.tooFast', { count }))).toContain(
    replies[0],
  );
});
