import type { StyleOptions } from 'botframework-webchat';

const ink = '#1b1a19';
const accent = '#0f5ea8';
const line = '#d8dde3';

/** Calm: white paper, one blue, enough contrast for everybody. */
export const styleOptions: StyleOptions = {
  primaryFont: "'Segoe UI', system-ui, -apple-system, 'Helvetica Neue', Arial, sans-serif",
  accent,
  subtle: '#5c6670',
  backgroundColor: '#ffffff',
  paddingRegular: 14,
  paddingWide: 20,

  bubbleBackground: '#f4f6f8',
  bubbleBorderColor: '#f4f6f8',
  bubbleBorderRadius: 12,
  bubbleTextColor: ink,
  bubbleMaxWidth: 620,
  bubbleFromUserBackground: accent,
  bubbleFromUserBorderColor: accent,
  bubbleFromUserBorderRadius: 12,
  bubbleFromUserTextColor: '#ffffff',
  messageActivityWordBreak: 'break-word',
  markdownExternalLinkIconImage: 'none',

  suggestedActionLayout: 'flow',
  suggestedActionBackgroundColor: '#ffffff',
  suggestedActionBorderColor: '#7aa2c8',
  suggestedActionBorderRadius: 18,
  suggestedActionBorderWidth: 1,
  suggestedActionTextColor: accent,
  suggestedActionHeight: 36,
  suggestedActionBackgroundColorOnHover: '#eaf2fa',
  suggestedActionBackgroundColorOnActive: '#d5e5f5',

  // A long answer is read from its beginning.
  autoScrollSnapOnPage: true,
  // What leads to its end stands before it.
  transcriptOverlayButtonBackground: '#3d4750',
  transcriptOverlayButtonBackgroundOnFocus: ink,
  transcriptOverlayButtonBackgroundOnHover: ink,

  cardPushButtonBackgroundColor: accent,
  cardPushButtonTextColor: '#ffffff',

  hideUploadButton: true,
  sendBoxBackground: '#ffffff',
  sendBoxBorderTop: `solid 1px ${line}`,
  sendBoxButtonColor: accent,
  sendBoxHeight: 52,
  sendBoxTextColor: ink,
  sendBoxPlaceholderColor: '#5c6670',
  sendBoxTextWrap: true,
  sendBoxMaxHeight: 120,

  // A message that the bot hasn't got by then can be sent again.
  sendTimeout: 8000,

  // Each answer has its own thumbs, which stand beside the time.
  groupTimestamp: 0,
  timestampColor: '#5c6670',
  showAvatarInGroup: 'status',
};
