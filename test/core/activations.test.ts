import * as fc from 'fast-check';
import { activations } from '../../src/core/activations';
import { expectAlways } from '../support/expect-always';

describe('activations', () => {
  it.each([
    [
      { allowed: 50, used: 45 },
      { limit: 'left', left: 5, allowed: 50 },
    ],
    [
      { allowed: 50, used: 50 },
      { limit: 'used-up', allowed: 50 },
    ],
    [
      { allowed: 50, used: 51 },
      { limit: 'used-up', allowed: 50 },
    ],
    [{ used: 3 }, { limit: 'none' }],
  ])('%j', (count, expected) => {
    expect(activations(count)).toEqual(expected);
  });

  it('leaves as many as have not been used', () => {
    expectAlways(
      fc.property(fc.nat(), fc.nat(), (allowed, used) => {
        const result = activations({ allowed, used });
        expect(result.limit === 'left' ? result.left : 0).toBe(Math.max(allowed - used, 0));
      }),
    );
  });
});
