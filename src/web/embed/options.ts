/** What the host page says in the attributes of its script element. */
export interface EmbedOptions {
  /** Where the bot is served. */
  readonly origin: string;
  /** Fixed language; otherwise that of the page. */
  readonly language: string | undefined;
  readonly title: string | undefined;
  readonly color: string;
  readonly side: 'left' | 'right';
  readonly startsOpen: boolean;
  /** Address on the host's site that vouches for its signed-in visitor. */
  readonly visitorUrl: string | undefined;
}

const DEFAULT_COLOR = '#0f5ea8';

export function readOptions({ src, dataset }: HTMLScriptElement): EmbedOptions {
  const color = dataset['color'] ?? DEFAULT_COLOR;
  return {
    origin: new URL(src).origin,
    language: dataset['lang'],
    title: dataset['title'],
    color: CSS.supports('color', color) ? color : DEFAULT_COLOR,
    side: dataset['side'] === 'left' ? 'left' : 'right',
    startsOpen: dataset['open'] === 'true',
    visitorUrl: dataset['visitorUrl'],
  };
}
