import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import {
  AppCredentials,
  ConnectorFactory,
  type ClaimsIdentity,
  type ConnectorClient,
  type UserTokenClient,
} from 'botframework-connector';
import { z } from 'zod';
import { limitBody } from '../../outbound/limit-body';
import { deadline, renewRefusedToken, takeAcceptance } from './connector-policies';

/** Services that are written to at the same time; each cloud region of a channel is one. */
const MOST_CLIENTS = 100;

/** The HTTP pipeline inside a connector client, which the SDK's types keep to themselves. */
interface Pipeline {
  addPolicy(policy: object, options?: { readonly afterPhase: 'Sign' }): void;
  removePolicy(policy: { readonly name: string }): unknown;
}

const withPipeline = z.object({
  credentials: z.unknown(),
  client: z.object({
    pipeline: z.custom<Pipeline>(
      (pipeline) => pipeline instanceof Object && 'removePolicy' in pipeline,
    ),
  }),
});

/** More than any answer of a connector: an id, or a member of a conversation. */
const MOST_BYTES = 256 * 1024;
/** What an SDK does of its own accord: repeat calls that may have arrived, and go where an answer sends it. */
const UNWANTED = ['defaultRetryPolicy', 'redirectPolicy'];

type Clients = Map<string, Promise<ConnectorClient>>;

/**
 * Makes connector clients that try each call once, wait for it and read of it only so much.
 * Making one takes as long as the rest of a turn; they hold nothing of the turn, so one a service will do.
 */
class SingleTryConnectorFactory extends ConnectorFactory {
  constructor(
    private readonly factory: ConnectorFactory,
    private readonly bot: string,
    private readonly clients: Clients,
  ) {
    super();
  }

  override create(serviceUrl: string, audience = ''): Promise<ConnectorClient> {
    const key = JSON.stringify([this.bot, serviceUrl, audience]);
    const known = this.clients.get(key);
    if (known !== undefined) return known;
    if (this.clients.size >= MOST_CLIENTS) this.clients.clear();
    const made = this.#make(serviceUrl, audience === '' ? undefined : audience);
    this.clients.set(key, made);
    made.catch(() => this.clients.delete(key));
    return made;
  }

  async #make(serviceUrl: string, audience: string | undefined): Promise<ConnectorClient> {
    const connector = await this.factory.create(serviceUrl, audience);
    const { client, credentials } = withPipeline.parse(connector);
    const { pipeline } = client;
    for (const name of UNWANTED) pipeline.removePolicy({ name });
    pipeline.addPolicy(deadline);
    // Without an app id there is nothing to sign with.
    if (credentials instanceof AppCredentials && credentials.appId)
      pipeline.addPolicy(renewRefusedToken(credentials), { afterPhase: 'Sign' });
    pipeline.addPolicy(takeAcceptance, { afterPhase: 'Sign' });
    pipeline.addPolicy(limitBody(MOST_BYTES), { afterPhase: 'Sign' });
    return connector;
  }
}

/** The bot's own side of authentication: tokens that it sends. Those that it gets are checked at its door. */
export class BotServiceAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #clients: Clients = new Map();
  readonly #userTokenClients = new Map<string, Promise<UserTokenClient>>();

  override createConnectorFactory(identity: ClaimsIdentity): ConnectorFactory {
    const factory = super.createConnectorFactory(identity);
    return new SingleTryConnectorFactory(factory, botOf(identity), this.#clients);
  }

  override createUserTokenClient(identity: ClaimsIdentity): Promise<UserTokenClient> {
    const bot = botOf(identity);
    const client = this.#userTokenClients.get(bot) ?? super.createUserTokenClient(identity);
    this.#userTokenClients.set(bot, client);
    return client;
  }
}

/** The app id of the bot that an identity is for, where the SDK looks for it. */
function botOf(identity: ClaimsIdentity): string {
  return identity.getClaimValue('aud') ?? identity.getClaimValue('appid') ?? '';
}
