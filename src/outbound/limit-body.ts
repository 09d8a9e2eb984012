import { readBody } from './read-body';

interface SdkRequest {
  readonly headers: { delete(name: string): unknown };
  streamResponseStatusCodes?: Set<number>;
}

interface SdkAnswer {
  bodyAsText?: string | null;
  readableStreamBody?: AsyncIterable<Uint8Array | string>;
}

/**
 * A step of the HTTP pipeline of Azure's SDKs, the last one before the network, which reads bodies of so many bytes at
 * most. Left to themselves the SDKs read whatever comes into memory, and wait for ever for the end of a packed body that
 * was cut off, whatever deadline they were given: so nothing packed is asked for.
 */
export function limitBody(most: number) {
  return {
    name: 'limitBody',
    async sendRequest<Request extends SdkRequest, Answer extends SdkAnswer>(
      request: Request,
      next: (request: Request) => Promise<Answer>,
    ): Promise<Answer> {
      request.headers.delete('Accept-Encoding');
      // The SDK's way to say: of any status.
      request.streamResponseStatusCodes = new Set([Number.POSITIVE_INFINITY]);
      const answer = await next(request);
      answer.bodyAsText = await readBody(answer.readableStreamBody, most);
      delete answer.readableStreamBody;
      return answer;
    },
  };
}
