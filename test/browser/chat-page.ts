import type { FrameLocator, Locator, Page } from 'playwright-core';

/** The chat as a person has it before them, on its own page or within a frame. */
export class ChatPage {
  readonly #root: Page | FrameLocator;

  constructor(root: Page | FrameLocator) {
    this.#root = root;
  }

  get sendBox(): Locator {
    return this.#root.locator('[data-id="webchat-sendbox-input"]');
  }

  get focusedSendBox(): Locator {
    return this.#root.locator('[data-id="webchat-sendbox-input"]:focus');
  }

  /** Visible bubbles, without the copies for screen readers. */
  get bubbles(): Locator {
    return this.#root.locator('.webchat__bubble__content');
  }

  get choices(): Locator {
    return this.#root.locator('.webchat__suggested-action');
  }

  async ready(): Promise<void> {
    await this.bubbles.first().waitFor();
  }

  async ask(question: string): Promise<void> {
    await this.sendBox.fill(question);
    await this.sendBox.press('Enter');
  }

  /** Resolves when a bubble says that. */
  async says(text: string | RegExp): Promise<void> {
    await this.bubbles.filter({ hasText: text }).first().waitFor();
  }

  async texts(): Promise<readonly string[]> {
    return this.bubbles.allInnerTexts();
  }

  /** The texts once there are at least so many. */
  async atLeast(count: number): Promise<readonly string[]> {
    await this.bubbles.nth(count - 1).waitFor();
    return this.texts();
  }
}
