import type { Next, Request, Response } from 'restify';

const METHODS = 'GET, POST, OPTIONS';
const HEADERS = 'Authorization, Content-Type, x-ms-bot-agent';

/** Lets scripts of the allowed origins call the bot, and no others. */
export function cors(allowedOrigins: readonly string[]) {
  return function crossOrigin(request: Request, response: Response, next: Next): void {
    const { origin } = request.headers;
    response.header('Vary', 'Origin');
    if (origin === undefined || !allowedOrigins.includes(origin)) {
      next();
      return;
    }
    response.header('Access-Control-Allow-Origin', origin);
    if (request.method !== 'OPTIONS') {
      next();
      return;
    }
    response.header('Access-Control-Allow-Methods', METHODS);
    response.header('Access-Control-Allow-Headers', HEADERS);
    response.header('Access-Control-Max-Age', '600');
    response.send(204);
    next(false);
  };
}
