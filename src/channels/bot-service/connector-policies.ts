import { z } from 'zod';
import { storable } from '../../core/storable';

/** The messages of a conversation wait for each other: a service that never answers must not hold them up for ever. */
const DEADLINE_MS = 30_000;

/** A step of the HTTP pipeline: gives each call until then. */
export const deadline = {
  name: 'deadline',
  sendRequest<Request extends { abortSignal?: AbortSignal }, Answer>(
    request: Request,
    next: (request: Request) => Promise<Answer>,
  ): Promise<Answer> {
    request.abortSignal = AbortSignal.timeout(DEADLINE_MS);
    return next(request);
  },
};

const AUTHORIZATION = 'Authorization';

interface Headers {
  get(name: string): string | undefined;
  set(name: string, value: string): unknown;
}

/** Gives a token for the connector; `isForced` asks for a new one. */
export interface TokenGiver {
  getToken(isForced: boolean): Promise<string>;
}

/**
 * Makes a step of the HTTP pipeline, after that which signs: what is refused for its token goes out once more with a new
 * one. The SDK takes a token for good until the machine's clock says otherwise, which may have been ahead when it came.
 */
export function renewRefusedToken(credentials: TokenGiver) {
  return {
    name: 'renewRefusedToken',
    async sendRequest<
      Request extends { readonly headers: Headers },
      Answer extends { readonly status: number },
    >(request: Request, next: (request: Request) => Promise<Answer>): Promise<Answer> {
      const answer = await next(request);
      if (answer.status !== 401) return answer;
      const refused = request.headers.get(AUTHORIZATION);
      const renewed = await credentials.getToken(true).then(
        (token) => `Bearer ${token}`,
        () => refused,
      );
      if (renewed === undefined || renewed === refused) return answer;
      request.headers.set(AUTHORIZATION, renewed);
      return next(request);
    },
  };
}

const resource = z.object({ id: z.string().max(1000).overwrite(storable) });

/**
 * A step of the HTTP pipeline: what the connector has accepted by its status has arrived, whatever else its answer says.
 * A message isn't said to have failed because of an id that can't be read.
 */
export const takeAcceptance = {
  name: 'takeAcceptance',
  async sendRequest<
    Request extends { readonly method: string },
    Answer extends { readonly status: number; bodyAsText?: string | null },
  >(request: Request, next: (request: Request) => Promise<Answer>): Promise<Answer> {
    const answer = await next(request);
    if (request.method === 'GET' || answer.status >= 300) return answer;
    answer.bodyAsText = JSON.stringify(readResource(answer.bodyAsText ?? ''));
    return answer;
  },
};

function readResource(text: string): object {
  try {
    return resource.safeParse(JSON.parse(text)).data ?? {};
  } catch {
    return {};
  }
}
