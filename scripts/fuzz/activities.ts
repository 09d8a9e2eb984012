import type { Finds } from './finds';
import type { Values } from './values';

const TYPES = [
  ...['message', 'message', 'message', 'message', 'conversationUpdate', 'event', 'event', 'invoke'],
  ...['invoke', 'typing', 'endOfConversation', 'messageUpdate', 'messageDelete', 'messageReaction'],
  ...['installationUpdate', 'handoff', 'trace', 'suggestion', 'command', 'commandResult', 'delay'],
  ...['contactRelationUpdate', 'deleteUserData', 'invokeResponse', 'x'],
];
const INVOKES = [
  ...['message/submitAction', 'adaptiveCard/action', 'fileConsent/invoke', 'handoff/action'],
  ...['actionableMessage/executeAction', 'application/search', 'config/fetch', 'config/submit'],
  ...['composeExtension/query', 'composeExtension/queryLink', 'composeExtension/selectItem'],
  ...['composeExtension/anonymousQueryLink', 'composeExtension/submitAction'],
  ...['composeExtension/fetchTask', 'composeExtension/querySettingUrl'],
  ...['composeExtension/setting', 'composeExtension/onCardButtonClicked', 'task/fetch'],
  ...['task/submit', 'tab/fetch', 'tab/submit', 'signin/verifyState', 'signin/tokenExchange', 'x'],
];
const THUMBS = 'webchat:activity-status/feedback';
const EVENTS = [
  ...[THUMBS, THUMBS, 'tokens/response', 'continueConversation', 'handoff.status', 'x'],
  ...['readReceipt', 'meetingStart', 'meetingEnd', 'meetingParticipantJoin'].map(
    (name) => `application/vnd.microsoft.${name}`,
  ),
];
const TEAMS_EVENTS = [
  ...['editMessage', 'undeleteMessage', 'softDeleteMessage', 'channelCreated', 'channelDeleted'],
  ...['channelRenamed', 'channelRestored', 'teamRenamed', 'teamArchived', 'teamDeleted', 'x'],
];
const LOCALES = ['sv-SE', 'en-GB', 'sv', 'de-DE', 'i-klingon', 'zh-Hant-TW', ''];

/** An activity as a client or a channel sends it, with all that its type may have; ids are such as were told. */
export function makeActivity(
  values: Values,
  { finds, conversation }: { readonly finds: Finds; readonly conversation: string },
): Record<string, unknown> {
  const type = values.pick(TYPES, 'message');
  const place = values.pick(['personal', 'personal', 'groupChat', 'channel'], 'personal');
  const user = { id: `u${values.below(50)}`, name: values.text(), aadObjectId: values.text() };
  const text = values.chance(0.3) ? finds.pick('value') : values.text();
  const said = {
    ...{ type, text, locale: values.pick(LOCALES, '') },
    ...{ id: values.chance(0.1) ? finds.pick('id') : String(values.random()), from: user },
    ...{ channelId: values.pick(['emulator', 'msteams', 'directline', 'webchat'], 'x') },
    ...{ recipient: { id: 'bot' }, textFormat: 'plain' },
    conversation: { id: conversation, conversationType: place, isGroup: place !== 'personal' },
    channelData: {
      ...{ tenant: { id: 't' }, team: { id: 'g' }, channel: { id: 'c' }, postBack: true },
      ...{ eventType: values.pick(TEAMS_EVENTS, 'x'), clientActivityID: values.text() },
    },
    entities: [
      { type: 'mention', text: '<at>bot</at>', mentioned: { id: 'bot' } },
      ...[{ type: 'clientInfo', locale: values.pick(LOCALES, '') }],
    ],
    attachments: values.chance(0.2) ? [{ contentType: 'text/html', content: text }] : [],
  };
  if (type !== 'message') return { ...said, ...told(type, values, finds) };
  const click = { choice: text, label: text, text: values.text(), language: said.locale };
  return values.chance(0.1) ? { ...said, value: click } : said;
}

/** What activities have that aren't messages. */
function told(type: string, values: Values, finds: Finds): Record<string, unknown> {
  const reaction = values.pick(['like', 'dislike'], 'like');
  const thumb = reaction === 'like' ? 'LikeAction' : 'DislikeAction';
  const member = [{ id: values.pick(['bot', 'u1', 'u2'], 'u3'), name: values.text() }];
  return {
    name: values.pick(type === 'invoke' ? INVOKES : EVENTS, 'x'),
    replyToId: finds.pick('id'),
    action: values.pick(['add', 'remove', 'add-upgrade', 'remove-upgrade'], 'add'),
    ...{ membersAdded: member, membersRemoved: member, reactionsAdded: [{ type: reaction }] },
    ...(values.chance(0.5) && { entities: [{ '@type': thumb, '@id': finds.pick('@id') }] }),
    value: {
      ...{ actionName: 'feedback', actionValue: { reaction, feedback: values.text() } },
      ...{ commandId: 'x', parameters: [{ name: 'x', value: values.text() }], state: '123' },
      ...{ trigger: 'manual', uploadInfo: { name: 'x' }, data: { choice: finds.pick('value') } },
      action: values.pick<unknown>(['accept', 'decline', { type: 'Action.Execute' }], 'accept'),
    },
  };
}
