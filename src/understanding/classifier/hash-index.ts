/** Where each of a set of 32-bit hashes stands: open addressing, made in one pass. */
export class HashIndex {
  private readonly slots: Int32Array;

  constructor(private readonly hashes: Int32Array) {
    this.slots = new Int32Array(2 ** Math.ceil(Math.log2(hashes.length * 2 + 2)));
    hashes.forEach((hash, place) => {
      this.slots[this.slotOf(hash)] = place + 1;
    });
  }

  /** The place of a hash, or -1. */
  find(hash: number): number {
    return (this.slots[this.slotOf(hash)] ?? 0) - 1;
  }

  private slotOf(hash: number): number {
    const mask = this.slots.length - 1;
    let slot = Math.imul(hash, 0x9e3779b1) & mask;
    for (;;) {
      const place = (this.slots[slot] ?? 0) - 1;
      if (place < 0 || this.hashes[place] === hash) return slot;
      slot = (slot + 1) & mask;
    }
  }
}
