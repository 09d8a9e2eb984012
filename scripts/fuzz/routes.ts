/** A route that the fuzzer tries, with `:name` for what varies. */
export type Route = readonly [method: string, path: string];

const PAGES = [
  ...['/', '/healthz', '/readyz', '/metrics', '/webchat', '/webchat/', '/webchat/demo'],
  ...['/webchat/demo/visitor', '/webchat/embed.js', '/webchat/assets/:file'],
];
const SUPPORT = [
  ...['', '/tickets', '/tickets.csv', '/tickets/:number', '/unanswered', '/unanswered.csv'],
  ...['/unanswered/cluster/:key', '/unanswered/changes', '/unanswered/changes/:id'],
  ...['/unanswered/lessons.json', '/content', '/content/:entry', '/people', '/figures/:file'],
  ...['/sign-in', '/sign-in/organisation', '/callback', '/*'],
];
const SUPPORT_FORMS = [
  ...['/tickets/:number', '/unanswered/cluster/:key', '/unanswered/changes/:id', '/people'],
  ...['/sign-in', '/sign-out'],
];
const DIRECT_LINE = '/v3/directline';
const CONVERSATION = `${DIRECT_LINE}/conversations/:id`;

/** Every route of the bot; those by which people write come more than once. */
export const ROUTES: readonly Route[] = [
  ...PAGES.map((path): Route => ['GET', path]),
  ['HEAD', '/webchat/embed.js'],
  ['HEAD', '/webchat/assets/:file'],
  ['POST', '/webchat/token'],
  ...Array<Route>(4).fill(['POST', '/api/messages']),
  ['POST', `${DIRECT_LINE}/tokens/generate`],
  ['POST', `${DIRECT_LINE}/tokens/refresh`],
  ['POST', `${DIRECT_LINE}/conversations`],
  ['GET', CONVERSATION],
  ...Array<Route>(2).fill(['GET', `${CONVERSATION}/activities`]),
  ...Array<Route>(4).fill(['POST', `${CONVERSATION}/activities`]),
  ['POST', `${CONVERSATION}/upload`],
  ...SUPPORT.map((path): Route => ['GET', `/support${path}`]),
  ...SUPPORT_FORMS.map((path): Route => ['POST', `/support${path}`]),
];
