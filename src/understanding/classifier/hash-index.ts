/** Looked up once: in a context of its own, as jest's, each look-up of a global is slow. */
const { imul } = Math;

/** Where each of a set of 32-bit hashes stands: open addressing, with room for all of `hashes`. */
export class HashIndex {
  private readonly slots: Int32Array;

  /** Indexes the first `count` hashes; no two are the same. */
  constructor(
    private readonly hashes: Int32Array,
    count = hashes.length,
  ) {
    this.slots = new Int32Array(2 ** Math.ceil(Math.log2(hashes.length * 2 + 2)));
    for (let place = 0; place < count; place++) this.add(place);
  }

  /** Indexes the hash that stands at a place. */
  add(place: number): void {
    this.slots[this.slotOf(this.hashes[place] ?? 0)] = place + 1;
  }

  /** The place of a hash, or -1. */
  find(hash: number): number {
    return (this.slots[this.slotOf(hash)] ?? 0) - 1;
  }

  private slotOf(hash: number): number {
    const mask = this.slots.length - 1;
    let slot = imul(hash, 0x9e3779b1) & mask;
    for (;;) {
      const place = (this.slots[slot] ?? 0) - 1;
      if (place < 0 || this.hashes[place] === hash) return slot;
      slot = (slot + 1) & mask;
    }
  }
}
