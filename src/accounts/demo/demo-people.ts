import { DEMO_COMPANIES } from './demo-companies';

/** An invented person: user name, and the name with the company as people read it. */
export interface DemoPerson {
  readonly user: string;
  readonly label: string;
}

/** Everybody whom one can be in a demonstration. */
export const DEMO_PEOPLE: readonly DemoPerson[] = DEMO_COMPANIES.flatMap(({ people, company }) =>
  Object.keys(people).map((user) => ({
    user,
    label: `${user.charAt(0).toUpperCase()}${user.slice(1)}, ${company}`,
  })),
);
