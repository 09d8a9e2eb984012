import { FILLS_SCREEN } from './style';

export interface PanelOptions {
  readonly dialog: HTMLDialogElement;
  readonly launcher: HTMLElement;
  /** What gets the focus when the chat is opened. */
  readonly content: HTMLElement;
  /** The part of the widget that has the focus, if one has. */
  readonly focused: () => Element | null;
  /** Called whenever the chat has come to be shown. */
  readonly onShown: () => void;
}

/** Shows and hides the chat. Where it fills the screen, the page behind it can't be reached; else it stays in use. */
export class Panel {
  readonly #options: PanelOptions;
  readonly #fillsScreen = matchMedia(FILLS_SCREEN);
  #opener: Element | null = null;

  constructor(options: PanelOptions) {
    this.#options = options;
    options.dialog.addEventListener('close', () => this.#reflect());
    this.#fillsScreen.addEventListener('change', () => this.#adapt());
  }

  get isOpen(): boolean {
    return this.#options.dialog.open;
  }

  /** For who has just come to the page and reads it: takes neither the focus nor the whole screen. */
  showBeside(): void {
    if (!this.#fillsScreen.matches) this.#show();
  }

  open(): void {
    if (!this.isOpen) {
      this.#opener = this.#options.focused() ?? document.activeElement;
      this.#show();
    }
    this.#options.content.focus();
  }

  /** Gives the focus back to where it was, unless it is elsewhere in the page already. */
  close(): void {
    const { dialog, launcher, focused } = this.#options;
    const hadFocus = dialog.contains(focused());
    dialog.close();
    this.#reflect();
    if (hadFocus) focus(this.#opener?.isConnected ? this.#opener : null, launcher);
  }

  #show(): void {
    const { dialog, onShown } = this.#options;
    if (this.#fillsScreen.matches) dialog.showModal();
    else dialog.open = true;
    this.#reflect();
    onShown();
  }

  /** A screen that is turned, or zoomed. */
  #adapt(): void {
    const { dialog, focused, content } = this.#options;
    if (!this.isOpen) return;
    const part = focused();
    dialog.close();
    this.#show();
    if (part !== null) focus(part, content);
  }

  #reflect(): void {
    const { launcher } = this.#options;
    launcher.classList.toggle('open', this.isOpen);
    launcher.setAttribute('aria-expanded', String(this.isOpen));
  }
}

function focus(wanted: Element | null, otherwise: HTMLElement): void {
  const isPart = wanted instanceof HTMLElement && wanted !== document.body;
  (isPart ? wanted : otherwise).focus();
}
