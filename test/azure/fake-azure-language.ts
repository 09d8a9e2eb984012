import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

const documents = z.array(
  z.object({
    id: z.string(),
    text: z.string(),
    language: z.string().optional(),
    countryHint: z.string().optional(),
  }),
);
const request = z.object({
  kind: z.string().optional(),
  analysisInput: z.object({ documents }),
  parameters: z.record(z.string(), z.unknown()).optional(),
  tasks: z
    .array(z.object({ kind: z.string(), parameters: z.record(z.string(), z.unknown()) }))
    .optional(),
});

export type FakeRequest = z.infer<typeof request>;
export type FakeDocument = FakeRequest['analysisInput']['documents'][number];

/** How the service behaves: as it should, or in one of the ways in which it fails. */
export type Behaviour =
  | { readonly type: 'right' }
  /** No document gets a result. */
  | { readonly type: 'empty' }
  | { readonly type: 'document-errors' }
  | { readonly type: 'status'; readonly status: number; readonly retryAfter?: string }
  | { readonly type: 'hangs' }
  | { readonly type: 'nonsense'; readonly body: string }
  /** Jobs are taken and never finished. */
  | { readonly type: 'endless-job' };

/** What the service finds in a document. */
export interface Findings {
  readonly language: (text: string) => { readonly code: string; readonly score: number };
  /** The names of people that are hidden. */
  readonly people: readonly string[];
  readonly phrases: (text: string) => readonly string[];
  readonly category: (text: string) => { readonly category: string; readonly score: number };
}

const JOB = /^\/language\/analyze-text\/jobs\/([\w-]+)$/;
const AT = '2026-01-01T00:00:00Z';

/** Azure AI Language on loopback, as its specification 2023-04-01 has it. */
export class FakeAzureLanguage {
  behaviour: Behaviour = { type: 'right' };
  findings: Findings = {
    language: () => ({ code: 'en', score: 0.99 }),
    people: [],
    phrases: () => [],
    category: () => ({ category: 'none', score: 0.99 }),
  };
  /** Every request for an analysis so far, and the paths of all requests. */
  readonly requests: FakeRequest[] = [];
  readonly paths: string[] = [];
  readonly #jobs = new Map<string, FakeRequest>();
  readonly #server: Server;

  private constructor(readonly key: string) {
    this.#server = createServer((incoming, response) => void this.#answer(incoming, response));
  }

  static async start(key = 'fake-key'): Promise<FakeAzureLanguage> {
    const fake = new FakeAzureLanguage(key);
    await once(fake.#server.listen(0, '127.0.0.1'), 'listening');
    return fake;
  }

  get endpoint(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Every text that has arrived so far. */
  get texts(): readonly string[] {
    return this.requests.flatMap(({ analysisInput }) =>
      analysisInput.documents.map(({ text }) => text),
    );
  }

  /** As it was when it started. */
  reset(): void {
    this.behaviour = { type: 'right' };
    this.requests.length = 0;
    this.paths.length = 0;
    this.#jobs.clear();
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(incoming.url ?? '', this.endpoint);
    this.paths.push(`${incoming.method} ${url.pathname}`);
    let body = '';
    for await (const chunk of incoming) body += String(chunk);
    const reply = this.#refusal(incoming, url) ?? this.#reply(url, body);
    if (this.behaviour.type === 'hangs') return;
    response.writeHead(reply.status, { 'Content-Type': 'application/json', ...reply.headers });
    response.end(
      this.behaviour.type === 'nonsense' ? this.behaviour.body : JSON.stringify(reply.value ?? {}),
    );
  }

  #refusal({ headers }: IncomingMessage, url: URL): Reply | undefined {
    if (headers['ocp-apim-subscription-key'] !== this.key) return errorOf(401);
    return url.searchParams.get('api-version') === '2023-04-01' ? undefined : errorOf(400);
  }

  #reply({ pathname }: URL, body: string): Reply {
    const { behaviour } = this;
    const asked = request.safeParse(JSON.parse(body === '' ? 'null' : body)).data;
    if (asked !== undefined) this.requests.push(asked);
    if (behaviour.type === 'status') return errorOf(behaviour.status, behaviour.retryAfter);
    const job = JOB.exec(pathname)?.[1];
    if (job !== undefined) return { status: 200, value: this.#jobState(job) };
    if (pathname.endsWith(':cancel')) return { status: 202 };
    if (asked === undefined || exceedsLimits(asked)) return errorOf(400);
    if (pathname === '/language/:analyze-text') return { status: 200, value: this.#analyze(asked) };
    return pathname === '/language/analyze-text/jobs' ? this.#takeJob(asked) : errorOf(404);
  }

  #takeJob(asked: FakeRequest): Reply {
    const id = `job-${this.#jobs.size}`;
    this.#jobs.set(id, asked);
    const location = `${this.endpoint}/language/analyze-text/jobs/${id}?api-version=2023-04-01`;
    return { status: 202, headers: { 'Operation-Location': location } };
  }

  #jobState(id: string): object {
    const asked = this.#jobs.get(id);
    const isDone = this.behaviour.type !== 'endless-job';
    const items = (asked?.tasks ?? []).map(({ kind, parameters }) => ({
      kind: `${kind}LROResults`,
      ...{ lastUpdateDateTime: AT, status: 'succeeded' },
      results: {
        ...this.#results(asked?.analysisInput.documents ?? [], kind),
        ...{ projectName: parameters['projectName'], deploymentName: parameters['deploymentName'] },
      },
    }));
    const count = items.length;
    return {
      ...{ jobId: id, createdDateTime: AT, lastUpdatedDateTime: AT, expirationDateTime: AT },
      status: isDone ? 'succeeded' : 'running',
      tasks: {
        ...{
          completed: isDone ? count : 0,
          failed: 0,
          inProgress: isDone ? 0 : count,
          total: count,
        },
        ...(isDone && { items }),
      },
    };
  }

  #analyze({ kind = '', analysisInput }: FakeRequest): object {
    return { kind: `${kind}Results`, results: this.#results(analysisInput.documents, kind) };
  }

  #results(all: readonly FakeDocument[], kind: string): object {
    const version = { modelVersion: '2023-04-01' };
    const { type } = this.behaviour;
    if (type === 'empty') return { documents: [], errors: [], ...version };
    const failed = { code: 'InvalidArgument', message: 'Invalid.', innererror: INNER };
    if (type === 'document-errors')
      return { documents: [], errors: all.map(({ id }) => ({ id, error: failed })), ...version };
    const found = all.map((document) => ({
      ...{ id: document.id, warnings: [] },
      ...this.#find(kind, document.text),
    }));
    return { documents: found, errors: [], ...version };
  }

  #find(kind: string, text: string): object {
    const { language, people, phrases, category } = this.findings;
    switch (kind) {
      case 'LanguageDetection': {
        const { code, score } = language(text);
        return { detectedLanguage: { name: code, iso6391Name: code, confidenceScore: score } };
      }
      case 'PiiEntityRecognition':
        return { redactedText: text, entities: people.flatMap((name) => entitiesOf(text, name)) };
      case 'KeyPhraseExtraction':
        return { keyPhrases: phrases(text) };
      default: {
        const found = category(text);
        return { class: [{ category: found.category, confidenceScore: found.score }] };
      }
    }
  }
}

/** Documents a request, by kind; a job has limits of its own. */
const MOST_DOCUMENTS: Readonly<Record<string, number>> = {
  ...{ LanguageDetection: 1000, PiiEntityRecognition: 5, KeyPhraseExtraction: 10 },
};
const JOB_LIMITS = { documents: 25, characters: 125_000 };
const LONGEST_DOCUMENT = 5120;

function exceedsLimits({ kind, analysisInput }: FakeRequest): boolean {
  const lengths = analysisInput.documents.map(({ text }) => text.length);
  if (kind === undefined) {
    const characters = lengths.reduce((sum, length) => sum + length, 0);
    return lengths.length > JOB_LIMITS.documents || characters > JOB_LIMITS.characters;
  }
  return lengths.length > (MOST_DOCUMENTS[kind] ?? 0) || Math.max(...lengths) > LONGEST_DOCUMENT;
}

const INNER = { code: 'UnsupportedLanguageCode', message: 'Not supported.' };

interface Reply {
  readonly status: number;
  readonly value?: object;
  readonly headers?: Record<string, string>;
}

function errorOf(status: number, retryAfter?: string): Reply {
  return {
    status,
    value: { error: { code: String(status), message: `Refused: ${status}.` } },
    ...(retryAfter !== undefined && { headers: { 'Retry-After': retryAfter } }),
  };
}

function entitiesOf(text: string, name: string): readonly object[] {
  return [...text.matchAll(new RegExp(name, 'g'))].map(({ index }) => ({
    ...{ text: name, category: 'Person', confidenceScore: 0.9 },
    ...{ offset: index, length: name.length },
  }));
}
