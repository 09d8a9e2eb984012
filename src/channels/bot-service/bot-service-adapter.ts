import {
  CloudAdapter,
  type Activity,
  type ConversationReference,
  type InvokeResponse,
  type ResourceResponse,
  type TurnContext,
} from 'botbuilder';
import type { ClaimsIdentity } from 'botframework-connector';
import type { IPolicy } from 'cockatiel';
import { unwatched, type WatchCall } from '../../core/watch-call';
import type { BotServiceAuthentication } from './bot-service-authentication';

/** For whom the bot's own tokens are, in the public cloud. */
export const PUBLIC_AUDIENCE = 'https://api.botframework.com';

export interface BotServiceAdapterOptions {
  readonly authentication: BotServiceAuthentication;
  readonly retry: IPolicy;
  /** Watches calls of the connector. */
  readonly watch?: WatchCall | undefined;
  /** Absent where nothing is authenticated. */
  readonly appId?: string | undefined;
  readonly audience?: string | undefined;
}

type Logic = (context: TurnContext) => Promise<void>;

/** Bot Framework adapter of Azure Bot Service and whatever speaks like it. */
export class BotServiceAdapter extends CloudAdapter {
  readonly #options: BotServiceAdapterOptions;

  constructor(options: BotServiceAdapterOptions) {
    super(options.authentication);
    this.#options = options;
  }

  /**
   * Runs a turn on an activity whose sender was checked before. Gives what an invoke, or a caller that expects replies,
   * gets for an answer. Rejects only when the turn's own error handling fails.
   */
  receive(
    activity: Activity,
    sender: ClaimsIdentity,
    logic: Logic,
  ): Promise<InvokeResponse | undefined> {
    const { authentication, audience = PUBLIC_AUDIENCE } = this.#options;
    const received = {
      claimsIdentity: sender,
      audience,
      connectorFactory: authentication.createConnectorFactory(sender),
    };
    return this.processActivity(received, activity, logic);
  }

  /** Runs a turn of the bot's own accord. Rejects when the conversation is no more, or the turn fails. */
  proactively(reference: Partial<ConversationReference>, logic: Logic): Promise<void> {
    return this.continueConversationAsync(this.#options.appId ?? '', reference, logic);
  }

  /** One activity after the other, so that a second attempt doesn't repeat what has arrived. */
  override async sendActivities(
    context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    const responses: ResourceResponse[] = [];
    for (const activity of activities)
      responses.push(...(await this.#call(() => super.sendActivities(context, [activity]))));
    return responses;
  }

  override async updateActivity(
    context: TurnContext,
    activity: Partial<Activity>,
  ): Promise<ResourceResponse | undefined> {
    const response = await this.#call(() => super.updateActivity(context, activity));
    return response ?? undefined;
  }

  override deleteActivity(
    context: TurnContext,
    reference: Partial<ConversationReference>,
  ): Promise<void> {
    return this.#call(() => super.deleteActivity(context, reference));
  }

  /** Each attempt counts as a call of its own. */
  #call<Result>(call: () => Promise<Result>): Promise<Result> {
    const { retry, watch = unwatched } = this.#options;
    return retry.execute(() => watch(call));
  }
}
