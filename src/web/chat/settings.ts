/** What the server puts into the page. */
export interface Settings {
  /** BCP 47 tag of the page's language. */
  readonly locale: string;
  readonly words: Words;
  /** Whether the page is shown in the frame of the embed loader. */
  readonly isFramed: boolean;
  /** Whether the page around the frame vouches for its visitor. */
  readonly asksWho: boolean;
  /** Only polling is used, for networks that allow no WebSocket. */
  readonly polling: boolean;
}

/** Words of the page around those of Web Chat. */
export interface Words {
  readonly placeholder: string;
  readonly offline: string;
  /** A message that the bot didn't get, and what sends it again. */
  readonly unsent: string;
  readonly again: string;
}

/** Reads the settings from the element that the chat is shown in. */
export function readSettings(root: HTMLElement): Settings {
  return JSON.parse(root.dataset['settings'] ?? '{}') as Settings;
}
