import { Channels } from 'botbuilder';
import type { Channel } from './channel';
import { plainChannel } from './plain/plain-channel';
import { teamsChannel } from './teams/teams-channel';
import { webChatChannel } from './web-chat/web-chat-channel';

const CHANNELS: ReadonlyMap<string, Channel> = new Map<string, Channel>([
  [Channels.Directline, webChatChannel],
  [Channels.Msteams, teamsChannel],
  [Channels.Webchat, webChatChannel],
  [Channels.Emulator, webChatChannel],
]);

/** How a Bot Framework channel shows things; plain text for one that is not known. */
export function channelOf(channelId: string): Channel {
  return CHANNELS.get(channelId) ?? plainChannel;
}
