/** Fields that an activity may have, and some that it had better not: what a fuzzer changes. */
export const ACTIVITY_FIELDS: readonly string[] = [
  ...['type', 'text', 'value', 'name', 'locale', 'from', 'recipient', 'conversation', 'channelId'],
  ...['serviceUrl', 'id', 'timestamp', 'localTimestamp', 'channelData', 'attachments', 'entities'],
  ...['membersAdded', 'membersRemoved', 'reactionsAdded', 'action', 'deliveryMode', 'replyToId'],
  ...['textFormat', 'visitor', 'resume', 'user', 'relatesTo', 'expiration', 'callerId'],
];
