/** What a promise gives; undefined when it rejects, or hasn't settled after that many milliseconds. */
export function soon<T>(milliseconds: number, promise: Promise<T>): Promise<T | undefined> {
  return new Promise((resolve) => {
    const end = (result?: T) => {
      clearTimeout(timer);
      resolve(result);
    };
    const timer = setTimeout(end, milliseconds).unref();
    promise.then(end, () => {
      end();
    });
  });
}
