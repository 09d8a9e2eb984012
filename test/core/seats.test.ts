import { countSeats } from '../../src/core/seats';

const active = { assignee: 'Karin Lund', assignedOn: '2026-01-01', activatedOn: '2026-01-02' };
const pending = { assignee: 'Ola Berg', assignedOn: '2026-01-01' };

describe('countSeats', () => {
  it('tells activated seats from those only assigned', () => {
    expect(countSeats(5, [active, active, pending])).toEqual({
      total: 5,
      assigned: 3,
      activated: 2,
      pending: 1,
      free: 2,
    });
  });

  it('has no free seats when more are assigned than bought', () => {
    expect(countSeats(1, [active, pending]).free).toBe(0);
  });
});
