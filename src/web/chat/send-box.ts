const SEND_BOX = '[data-id="webchat-sendbox-input"]';

export function focusSendBox(): void {
  document.querySelector<HTMLElement>(SEND_BOX)?.focus();
}

export function isInSendBox(): boolean {
  return document.activeElement?.matches(SEND_BOX) ?? false;
}
