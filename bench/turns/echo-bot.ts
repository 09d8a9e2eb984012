import { ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { createServer, plugins } from 'restify';
import { z } from 'zod';

// The least that a bot on the same botbuilder and restify does: the yardstick.
const body = z.record(z.string(), z.unknown());
const bot = new ActivityHandler().onMessage(async (context, next) => {
  await context.sendActivity(context.activity.text);
  await next();
});
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const server = createServer();
server.use(plugins.bodyParser());
server.get('/readyz', (_, response, next) => {
  response.send(200);
  next();
});
server.post('/api/messages', async (request, response) => {
  const activity = { method: 'POST', headers: request.headers, body: body.parse(request.body) };
  await adapter.process(activity, response, (context) => bot.run(context));
});
server.listen(Number(process.env['PORT']), '127.0.0.1');
process.on('SIGTERM', () => process.exit());
