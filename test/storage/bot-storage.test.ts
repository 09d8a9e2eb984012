import { BotStorage } from '../../src/storage/bot-storage';
import { describeEachDatabase } from '../support/postgres/each-database';

const now = () => new Date('2026-05-01T12:00:00Z');

describeEachDatabase('BotStorage', (open) => {
  const openStorage = async () => new BotStorage(await open(), now);

  it('gives back what was written, with an eTag', async () => {
    const storage = await openStorage();
    await storage.write({ a: { n: 1 }, b: { text: 'åäö' } });
    const items: Record<string, unknown> = await storage.read(['a', 'b', 'missing']);
    expect(items).toEqual({
      a: { n: 1, eTag: expect.any(String) as string },
      b: { text: 'åäö', eTag: expect.any(String) as string },
    });
  });

  it('refuses a write with an eTag that is no longer the stored one', async () => {
    const storage = await openStorage();
    await storage.write({ a: { n: 1 } });
    const first: Record<string, { eTag: string }> = await storage.read(['a']);
    await storage.write({ a: { n: 2, eTag: first['a']?.eTag } });
    await expect(storage.write({ a: { n: 3, eTag: first['a']?.eTag } })).rejects.toThrow(/eTag/);
    expect(await storage.read(['a'])).toMatchObject({ a: { n: 2 } });
  });

  it('writes whatever the stored eTag with "*" or none', async () => {
    const storage = await openStorage();
    await storage.write({ a: { n: 1 } });
    await storage.write({ a: { n: 2, eTag: '*' } });
    await storage.write({ a: { n: 3 } });
    expect(await storage.read(['a'])).toMatchObject({ a: { n: 3 } });
  });

  it('changes nothing when one of several writes is refused', async () => {
    const storage = await openStorage();
    await storage.write({ b: { n: 1 } });
    await expect(storage.write({ a: { n: 1 }, b: { n: 2, eTag: 'old' } })).rejects.toThrow(/eTag/);
    expect(await storage.read(['a', 'b'])).toMatchObject({ b: { n: 1 } });
    expect(await storage.read(['a'])).toEqual({});
  });

  it('deletes what it is told to, and keeps the rest', async () => {
    const storage = await openStorage();
    await storage.write({ a: { n: 1 }, b: { n: 2 } });
    await storage.delete(['a']);
    expect(await storage.read(['a', 'b'])).toEqual({
      b: expect.objectContaining({ n: 2 }) as object,
    });
  });
});
