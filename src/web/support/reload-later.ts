/** Reads a page anew after the seconds that something on it asks for: what it waits for may have happened. */
export function reloadLater(): void {
  const seconds = Number(document.querySelector<HTMLElement>('[data-reload]')?.dataset['reload']);
  if (seconds > 0) setTimeout(() => location.reload(), seconds * 1000);
}
