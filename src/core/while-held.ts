/**
 * Makes a large value when it is asked for, and anew once nobody holds it any more: between uses it takes no memory.
 */
export function whileHeld<Value extends object>(make: () => Value): () => Value {
  let held: WeakRef<Value> | undefined;
  return () => {
    const value = held?.deref() ?? make();
    held = new WeakRef(value);
    return value;
  };
}
