import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import {
  ConnectorFactory,
  type ClaimsIdentity,
  type ConnectorClient,
} from 'botframework-connector';
import { z } from 'zod';

/** The HTTP pipeline inside a connector client, which the SDK's types keep to themselves. */
const withPipeline = z.object({
  client: z.object({
    pipeline: z.custom<{ removePolicy(policy: { readonly name: string }): unknown }>(
      (pipeline) => pipeline instanceof Object && 'removePolicy' in pipeline,
    ),
  }),
});

/** Makes connector clients that try each call once: the pipeline's own retries also repeat calls that may have arrived. */
class SingleTryConnectorFactory extends ConnectorFactory {
  constructor(private readonly factory: ConnectorFactory) {
    super();
  }

  override async create(serviceUrl: string, audience?: string): Promise<ConnectorClient> {
    const connector = await this.factory.create(serviceUrl, audience);
    withPipeline.parse(connector).client.pipeline.removePolicy({ name: 'defaultRetryPolicy' });
    return connector;
  }
}

/** The bot's own side of authentication: tokens that it sends. Those that it gets are checked at its door. */
export class BotServiceAuthentication extends ConfigurationBotFrameworkAuthentication {
  override createConnectorFactory(identity: ClaimsIdentity): ConnectorFactory {
    return new SingleTryConnectorFactory(super.createConnectorFactory(identity));
  }
}
