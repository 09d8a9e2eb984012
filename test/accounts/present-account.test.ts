import {
  buildAccount,
  buildActionPack,
  buildCompetency,
  buildKey,
  buildToken,
  granted,
} from './builders';
import { linesOf, present } from './present';

describe('renewal', () => {
  const account = buildAccount({ memberships: granted(buildActionPack()) });

  it.each([
    [
      'en',
      '2026-08-19',
      'Your Action Pack was bought on 1 September 2025. The window opens on 2 September 2026, in 14 days, and closes on 1 October.',
    ],
    [
      'sv',
      '2026-08-19',
      'Ert Action Pack köptes den 1 september 2025. Förnyelsefönstret öppnar den 2 september 2026, om 14 dagar, och stänger den 1 oktober.',
    ],
    [
      'en',
      '2026-09-01',
      'Your Action Pack was bought on 1 September 2025. The window opens tomorrow, 2 September 2026, and closes on 1 October.',
    ],
    [
      'sv',
      '2026-09-30',
      'Förnyelsefönstret för ert Action Pack är öppet: 1 dag kvar, till och med den 1 oktober 2026. Ni har kvar förmånerna så länge det är öppet.',
    ],
    [
      'sv',
      '2026-09-29',
      'Förnyelsefönstret för ert Action Pack är öppet: 2 dagar kvar, till och med den 1 oktober 2026. Ni har kvar förmånerna så länge det är öppet.',
    ],
    [
      'en',
      '2026-10-01',
      'Today, 1 October 2026, is the last day to renew your Action Pack. You keep your benefits while the window is open.',
    ],
    [
      'en',
      '2026-10-02',
      'Your Action Pack expired when its renewal window closed on 1 October 2026, and its benefits are lost.',
    ],
    [
      'sv',
      '2026-10-02',
      'Ert Action Pack löpte ut när förnyelsefönstret stängde den 1 oktober 2026, och förmånerna gäller inte längre.',
    ],
  ])('in %s on %s', (language, today, line) => {
    expect(linesOf(present('renewal', account, { language, today }))[0]).toBe(line);
  });

  it('names the last renewal and writes the year of a window that runs into the next', () => {
    const renewed = buildAccount({
      memberships: granted(buildActionPack('2020-12-20', ['2024-12-24', '2025-12-22'])),
    });
    expect(linesOf(present('renewal', renewed))).toEqual([
      'Your Action Pack was bought on 20 December 2020 and last renewed on 22 December 2025. The window opens on 21 December 2026, in 124 days, and closes on 19 January 2027.',
    ]);
  });

  it('tells of the COVID-19 extension while it lasts', () => {
    const competency = buildAccount({
      memberships: granted(buildCompetency('Data Analytics', '2020-04-14')),
    });
    const extended = 'is extended up to and including 14 April 2022';
    expect(linesOf(present('renewal', competency, { today: '2022-04-14' }))[0]).toContain(extended);
    expect(linesOf(present('renewal', competency, { today: '2022-04-15' }))[0]).not.toContain(
      extended,
    );
  });

  it('shows several in a table', () => {
    const several = buildAccount({
      memberships: granted(
        buildActionPack(),
        buildCompetency('Data Analytics', '2025-08-10'),
        buildCompetency('Security', '2025-01-10'),
      ),
    });
    expect(present('renewal', several, { language: 'sv' })).toMatchObject({
      facts: {
        heading: 'Fjällberg IT AB: förnyelse',
        lines: ['Jag hittar 3 medlemskap hos Fjällberg IT AB.'],
        isLong: true,
        table: {
          columns: ['Medlemskap', 'Förnyelsefönster', 'Läge'],
          rows: [
            [
              'Action Pack',
              expect.stringMatching(/^2 september.1 oktober 2026$/),
              'öppnar om 14 dagar',
            ],
            ['Data Analytics (guld)', expect.any(String), 'öppet, 21 dagar kvar'],
            ['Security (guld)', expect.any(String), 'har löpt ut'],
          ],
        },
        asOf: 'Uppgifter från den 19 augusti 2026 kl. 12:05',
      },
    });
  });
});

describe('tokens', () => {
  it.each([
    [
      'en',
      { activatedOn: '2026-08-06', activatedAt: 'Fjord Test' },
      'Your Microsoft 365 E3 token (25 seats) can still be replaced, once: 17 days left, up to and including 5 September 2026. It was activated on 6 August 2026 on the tenant Fjord Test.',
    ],
    [
      'sv',
      { activatedOn: '2026-07-21' },
      'Er token för Microsoft 365 E3 (25 platser) kan fortfarande ersättas, en gång: 1 dag kvar, till och med den 20 augusti 2026. Den aktiverades den 21 juli 2026.',
    ],
    [
      'en',
      { activatedOn: '2026-07-20' },
      'Your Microsoft 365 E3 token (25 seats) can still be replaced, once, but today is the last day. It was activated on 20 July 2026.',
    ],
    [
      'sv',
      { activatedOn: '2026-07-19' },
      'Er token för Microsoft 365 E3 (25 platser) kan inte längre ersättas: sista dagen var den 18 augusti 2026. Den aktiverades den 19 juli 2026.',
    ],
    [
      'sv',
      { activatedOn: '2026-08-06', replacement: 'replaced' as const },
      'Er token för Microsoft 365 E3 (25 platser) har redan ersatts, och det går bara att göra en gång. Den aktiverades den 6 augusti 2026.',
    ],
    [
      'en',
      { activatedOn: '2026-08-06', replacement: 'replacement' as const },
      "Your Microsoft 365 E3 token (25 seats) is a replacement token, so it can't be replaced again. It was activated on 6 August 2026.",
    ],
    [
      'en',
      { seats: 1 },
      "Your Microsoft 365 E3 token (1 seat) hasn't been activated yet. The 30 days for a replacement count from activation.",
    ],
  ])('in %s: %j', (language, token, line) => {
    const account = buildAccount({ tokens: granted(buildToken(token)) });
    expect(linesOf(present('token', account, { language }))).toEqual([line]);
  });

  it('shows several in a table, and tells alike ones apart by date', () => {
    const account = buildAccount({
      tokens: granted(
        buildToken({ id: 'a', activatedOn: '2026-05-03' }),
        buildToken({ id: 'b', activatedOn: '2026-08-01' }),
        buildToken({ id: 'c', name: 'Dynamics 365', seats: 5 }),
      ),
    });
    expect(present('token', account)).toMatchObject({
      facts: {
        table: {
          rows: [
            ['Microsoft 365 E3, 25 seats', '3 May 2026', 'no, the last day was 2 June 2026'],
            ['Microsoft 365 E3, 25 seats', '1 August 2026', 'yes, 12 days left'],
            ['Dynamics 365, 5 seats', '–', 'not activated yet'],
          ],
        },
      },
      items: [
        { title: 'Microsoft 365 E3, 25 seats, 3 May 2026' },
        { title: 'Microsoft 365 E3, 25 seats, 1 August 2026' },
        { title: 'Dynamics 365, 5 seats' },
      ],
    });
  });
});

describe('keys', () => {
  it.each([
    ['en', {}, 'Your Windows Server 2022 key ending in 7XK2P has 5 of 50 activations left.'],
    [
      'sv',
      {},
      'Er nyckel till Windows Server 2022 som slutar på 7XK2P har 5 av 50 aktiveringar kvar.',
    ],
    [
      'sv',
      { activationsUsed: 50 },
      'Er nyckel till Windows Server 2022 som slutar på 7XK2P har 0 av 50 aktiveringar kvar och har slutat fungera. Ni får inga fler.',
    ],
    [
      'en',
      { activationsAllowed: undefined },
      "Your Windows Server 2022 key ending in 7XK2P isn't limited to a number of activations.",
    ],
    [
      'sv',
      { activationsAllowed: 2500, activationsUsed: 1000 },
      'Er nyckel till Windows Server 2022 som slutar på 7XK2P har 1\u00a0500 av 2\u00a0500 aktiveringar kvar.',
    ],
  ])('in %s: %j', (language, key, line) => {
    const account = buildAccount({ productKeys: granted(buildKey(key)) });
    expect(linesOf(present('keys', account, { language }))).toEqual([line]);
  });
});

describe('Visual Studio', () => {
  const assignments = [
    { assignee: 'Karin Lund', assignedOn: '2026-01-10', activatedOn: '2026-01-12' },
    { assignee: 'Ola Berg', assignedOn: '2026-01-10', activatedOn: '2026-01-15' },
    { assignee: 'Eva Ek', assignedOn: '2026-08-01' },
  ];
  const professional = { id: 'vs', name: 'Visual Studio Professional', seats: 4, assignments };
  const account = buildAccount({ visualStudio: granted(professional) });

  it.each([
    [
      'en',
      [
        '1 of 4 Visual Studio Professional seats is free.',
        'Assigned and activated: Karin Lund and Ola Berg.',
        'Assigned but not activated, so not valid yet: Eva Ek.',
      ],
    ],
    [
      'sv',
      [
        '1 av 4 platser i Visual Studio Professional är ledig.',
        'Tilldelade och aktiverade: Karin Lund och Ola Berg.',
        'Tilldelade men inte aktiverade, och därför inte giltiga än: Eva Ek.',
      ],
    ],
  ])('in %s', (language, lines) => {
    expect(linesOf(present('visual-studio', account, { language }))).toEqual(lines);
  });

  it('counts the people it does not name', () => {
    const many = Array.from({ length: 13 }, (_, index) => ({
      assignee: `P${index}`,
      assignedOn: '2026-01-01',
    }));
    const crowded = buildAccount({ visualStudio: granted({ ...professional, assignments: many }) });
    expect(linesOf(present('visual-studio', crowded))[1]).toMatch(/P9 and 3 others\.$/);
  });
});

describe('licences', () => {
  it.each([
    ['en', 1, 'You have 1 licence for Project.'],
    ['en', 1250, 'You have 1,250 licences for Project.'],
    ['sv', 10, 'Ni har 10 licenser för Project.'],
  ])('in %s: %i', (language, count, line) => {
    const account = buildAccount({ licenses: granted({ id: 'p', name: 'Project', count }) });
    expect(linesOf(present('licenses', account, { language }))).toEqual([line]);
  });

  it('counts the rows that do not fit the table', () => {
    const licenses = Array.from({ length: 11 }, (_, index) => ({
      id: `${index}`,
      name: `Product ${index}`,
      count: index,
    }));
    const presentation = present('licenses', buildAccount({ licenses: granted(...licenses) }));
    expect(presentation).toMatchObject({ facts: { table: { rows: { length: 8 } } } });
    expect(linesOf(presentation)).toEqual([
      'I found licences of Fjällberg IT AB for 11 products.',
      "3 more aren't shown. Name one to see it.",
    ]);
  });
});

describe('what is not there', () => {
  it.each([
    ['renewal', 'Fjällberg IT AB har varken Action Pack eller någon kompetens.'],
    ['token', 'Fjällberg IT AB har inga token.'],
    ['keys', 'Fjällberg IT AB har inga produktnycklar.'],
    ['visual-studio', 'Fjällberg IT AB har inga Visual Studio-prenumerationer.'],
    ['licenses', 'Fjällberg IT AB har inga produktlicenser.'],
  ] as const)('%s: is said', (view, line) => {
    expect(linesOf(present(view, buildAccount(), { language: 'sv' }))).toEqual([line]);
  });

  it('what the person may not see is said, and nothing of it shown', () => {
    const account = buildAccount({ productKeys: { access: 'denied' } });
    expect(present('keys', account)).toEqual({
      kind: 'denied',
      line: "You don't have permission to see the product keys of Fjällberg IT AB. Ask one of your administrators.",
    });
  });
});
