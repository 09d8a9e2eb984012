/** A route that the fuzzer tries, with `:name` for what varies. */
export type Route = readonly [method: string, path: string];

const SUPPORT = [
  ...['', '/tickets', '/tickets.csv', '/tickets/:number', '/unanswered', '/unanswered.csv'],
  ...['/unanswered/cluster/:key', '/unanswered/changes', '/unanswered/changes/:id'],
  ...['/unanswered/lessons.json', '/content', '/content/:entry', '/people', '/figures/:file'],
  ...['/sign-in', '/nowhere'],
];
const SUPPORT_FORMS = [
  ...['/tickets/:number', '/unanswered/cluster/:key', '/unanswered/changes/:id', '/people'],
  '/sign-in',
];

/** Every route of the bot; those by which people write come more than once. */
export const ROUTES: readonly Route[] = [
  ...['/', '/healthz', '/readyz', '/metrics', '/webchat/', '/webchat/embed.js', '/webchat/demo']
    .concat(['/webchat/demo/visitor', '/webchat/assets/x.js'])
    .map((path): Route => ['GET', path]),
  ['HEAD', '/webchat/embed.js'],
  ['POST', '/webchat/token'],
  ['POST', '/api/messages'],
  ['POST', '/api/messages'],
  ['POST', '/api/messages'],
  ['POST', '/v3/directline/tokens/generate'],
  ['POST', '/v3/directline/tokens/refresh'],
  ['POST', '/v3/directline/conversations'],
  ['GET', '/v3/directline/conversations/:conversation'],
  ['GET', '/v3/directline/conversations/:conversation/activities'],
  ['POST', '/v3/directline/conversations/:conversation/activities'],
  ['POST', '/v3/directline/conversations/:conversation/activities'],
  ['POST', '/v3/directline/conversations/:conversation/upload'],
  ['GET', '/v3/directline/conversations/:conversation/stream'],
  ...SUPPORT.map((path): Route => ['GET', `/support${path}`]),
  ...SUPPORT_FORMS.map((path): Route => ['POST', `/support${path}`]),
];
