/** What a promise gives; undefined when it rejects, or hasn't settled after that many milliseconds. */
export function soon<T>(milliseconds: number, promise: Promise<T>): Promise<T | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), milliseconds).unref();
    promise
      .then(resolve, () => resolve(undefined))
      .finally(() => clearTimeout(timer));
  });
}
