import {
  actionPack,
  competency,
  key,
  license,
  professional,
  token,
  type DemoCompany,
} from './demo-company';

/** One of each, everything in order but the Office key: the company to try the bot with. */
const fjallberg: DemoCompany = {
  id: 'fjallberg',
  company: 'Fjällberg IT AB',
  timeZone: 'Europe/Stockholm',
  people: { anna: 'admin', erik: 'member', gustav: 'guest' },
  holds: (days) => ({
    memberships: [actionPack(days.bought(1, 14))],
    tokens: [
      token('Microsoft 365 E3', 25, { activatedOn: days.day(-17), activatedAt: 'Fjällberg Test' }),
    ],
    productKeys: [
      key('Windows Server 2022', '7XK2P', [45, 50]),
      key('Office LTSC Professional Plus 2021', 'M4QTD', [50, 50]),
    ],
    visualStudio: [
      professional(5, days, { active: ['Karin Lund', 'Ola Berg'], pending: ['Eva Ek'] }),
    ],
    licenses: [
      license('Windows 11 Enterprise', 10),
      license('Windows Server 2022 Standard', 2),
      license('Office LTSC Professional Plus 2021', 10),
      license('Project Professional 2021', 5),
    ],
  }),
};

/** An open window beside others, a token that was replaced, no free seat. */
const nordlys: DemoCompany = {
  id: 'nordlys',
  company: 'Nordlys Data AS',
  timeZone: 'Europe/Oslo',
  people: { ingrid: 'admin', lars: 'member' },
  holds: (days) => ({
    memberships: [
      actionPack(days.bought(4, -17)),
      competency('Data Analytics', 'gold', days.bought(2, 200)),
      competency('Security', 'silver', days.bought(3, -90)),
    ],
    tokens: [
      token('Microsoft 365 E5', 50, { activatedOn: days.day(-24), replacement: 'replaced' }),
      token('Microsoft 365 E5', 50, {
        id: 'microsoft-365-e5-replacement',
        activatedOn: days.day(-9),
        replacement: 'replacement',
      }),
    ],
    productKeys: [
      key('Windows 11 Enterprise', 'H9WVC'),
      key('Windows Server 2019', 'P3JRF', [12, 25]),
    ],
    visualStudio: [
      professional(3, days, { active: ['Ingrid Dahl', 'Lars Moe', 'Siri Vik'], pending: [] }),
    ],
    licenses: [license('SQL Server 2022 Standard', 1), license('Windows 11 Enterprise', 100)],
  }),
};

/** Everything has lapsed. */
const kaleva: DemoCompany = {
  id: 'kaleva',
  company: 'Kaleva Pilvi Oy',
  timeZone: 'Europe/Helsinki',
  people: { mikko: 'admin' },
  holds: (days) => ({
    memberships: [actionPack(days.bought(2, -75))],
    tokens: [token('Dynamics 365 Sales', 5, { activatedOn: days.day(-48) })],
    productKeys: [key('Windows Server 2016', 'B8NKL', [10, 10])],
  }),
};

/** Everything on its last or its first day. */
const havblik: DemoCompany = {
  id: 'havblik',
  company: 'Havblik Consult ApS',
  timeZone: 'Europe/Copenhagen',
  people: { sofie: 'admin' },
  holds: (days) => ({
    memberships: [actionPack(days.bought(1, 1))],
    tokens: [
      token('Microsoft 365 E3', 10, { activatedOn: days.day(-30), activatedAt: 'Kundetest' }),
    ],
    productKeys: [key('Windows Server 2022', 'T6YGX', [49, 50])],
    visualStudio: [professional(1, days, { active: [], pending: ['Sofie Holm'] })],
    licenses: [license('Visio Professional 2021', 1)],
  }),
};

/** More of everything than fits a line. */
const brightwater: DemoCompany = {
  id: 'brightwater',
  company: 'Brightwater Systems Ltd',
  timeZone: 'Europe/London',
  people: { grace: 'admin', oliver: 'member' },
  holds: (days) => ({
    memberships: [
      actionPack(days.bought(6, 45)),
      competency('Cloud Platform', 'gold', days.bought(5, -3)),
      competency('Application Development', 'silver', days.bought(2, 120)),
      competency('Cloud Business Applications', 'silver', days.bought(1, 310)),
    ],
    tokens: [
      token('Microsoft 365 E3', 100, {
        activatedOn: days.day(-3),
        activatedAt: 'Brightwater Sandbox',
      }),
      token('Microsoft 365 E5', 25, { activatedOn: days.day(-31) }),
      token('Dynamics 365 Sales', 15, { activatedOn: days.day(-200) }),
      token('Power BI Pro', 40),
    ],
    productKeys: Object.entries({
      'Windows Server 2019': 'A2CDF',
      'Windows Server 2022': 'G4HJK',
      'Windows 10 Enterprise': 'L6MNP',
      'Windows 11 Enterprise': 'Q8RST',
      'Office LTSC Professional Plus 2021': 'U3VWX',
      'Project Professional 2021': 'Y5ZAB',
      'Visio Professional 2021': 'C7DEF',
      'SQL Server 2022 Standard': 'J9KLM',
      'Exchange Server 2019': 'N2PQR',
    }).map(([name, ending], index) => key(name, ending, [index * 13, 100])),
    visualStudio: [
      professional(15, days, {
        active: 'Amir Ben Cora Dev Ella Finn Gwen Hal Isla Jack Kay'.split(' '),
        pending: ['Leo', 'Mia'],
      }),
    ],
    licenses: [
      license('Windows 11 Enterprise', 1250),
      license('Windows Server 2022 Standard', 8),
      license('Office LTSC Professional Plus 2021', 250),
      license('SQL Server 2022 Standard', 4),
      license('Exchange Server 2019 Standard', 2),
      license('SharePoint Server 2019', 1),
      license('Project Professional 2021', 20),
      license('Visio Professional 2021', 20),
      license('Dynamics 365 Sales', 15),
    ],
  }),
};

/** A token that waits for its activation, on the other side of the world. */
const sierraMesa: DemoCompany = {
  id: 'sierra-mesa',
  company: 'Sierra Mesa Partners Inc.',
  timeZone: 'America/Los_Angeles',
  people: { carmen: 'admin' },
  holds: (days) => ({
    memberships: [competency('Application Integration', 'gold', days.bought(3, 7))],
    tokens: [token('Microsoft 365 E3', 1)],
    licenses: [license('Power BI Pro', 10)],
  }),
};

/** Joined today and has nothing yet. */
const tallgren: DemoCompany = {
  id: 'tallgren',
  company: 'Tallgren & Döttrar Konsult AB',
  timeZone: 'Europe/Stockholm',
  people: { maja: 'admin' },
  holds: () => ({}),
};

/** The companies of docs/accounts.md. */
export const DEMO_COMPANIES: readonly DemoCompany[] = [
  fjallberg,
  nordlys,
  kaleva,
  havblik,
  brightwater,
  sierraMesa,
  tallgren,
];
