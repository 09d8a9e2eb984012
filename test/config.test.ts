import { readFileSync } from 'node:fs';
import { loadConfig, readEnvironment, SETTING_NAMES } from '../src/config';
import { ConfigError } from '../src/core/errors';

const example = readFileSync(`${__dirname}/../.env.example`, 'utf8');
const exampleSettings = Object.fromEntries(
  [...example.matchAll(/^([A-Z]\w+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]),
);

describe('loadConfig()', () => {
  it('needs no setting at all', () => {
    expect(loadConfig({})).toMatchObject({ PORT: 3978, DATABASE_URL: 'file:data/bot.db' });
  });

  it('takes an empty value for not set', () => {
    expect(loadConfig({ PORT: '', DATABASE_URL: '' })).toEqual(loadConfig({}));
  });

  it('lists every faulty setting at once, with what it must be', () => {
    const load = () =>
      loadConfig({ PORT: 'many', DATABASE_URL: 'mysql://x', TIME_ZONE: 'Mars/Base' });
    expect(load).toThrow(ConfigError);
    expect(load).toThrow(
      /PORT: must be a port number[^]*DATABASE_URL: [^]*TIME_ZONE: must be an IANA/,
    );
  });

  it('takes a blank value for not set', () => {
    expect(loadConfig({ PORT: ' ', HOST: '\t' })).toEqual(loadConfig({}));
  });

  const MAIL = { TICKET_MAIL_FROM: 'bot@contoso.example', TICKET_MAIL_TO: 'desk@contoso.example' };
  const SECRET = 's'.repeat(32);

  it.each([
    [{ LOG_LEVEL: 'verbose' }, /LOG_LEVEL: must be fatal, error/],
    [{ MESSAGES_PER_MINUTE: '0' }, /MESSAGES_PER_MINUTE: must be a whole number, 1 or more/],
    [{ SERVICE_URL_HOSTS: 'https://adapter.example/path' }, /SERVICE_URL_HOSTS: must be hosts/],
    [{ SERVICE_URL_HOSTS: 'adapter.*' }, /SERVICE_URL_HOSTS: must be hosts/],
    [{ ...MAIL, TICKET_SMTP_URL: 'smtp://bot:a/b@mail.example:25' }, /TICKET_SMTP_URL: .*%2F/],
    [{ ...MAIL, TICKET_SMTP_URL: 'smtp://mail.example:port' }, /TICKET_SMTP_URL: can't be read/],
    [{ ACCOUNT_API_KEY: SECRET }, /ACCOUNT_API_URL: is needed with ACCOUNT_API_KEY/],
    [{ MicrosoftAppPassword: SECRET }, /MicrosoftAppId: is needed with MicrosoftAppPassword/],
    [{ TICKET_WEBHOOK_SECRET: SECRET }, /TICKET_WEBHOOK_URL: is needed with TICKET_WEBHOOK_SECR/],
    [MAIL, /TICKET_SMTP_URL: is needed with TICKET_MAIL_FROM and TICKET_MAIL_TO/],
    [{ TICKET_MAIL_TO: 'the desk' }, /TICKET_MAIL_TO: must be an e-mail address/],
    [{ AZURE_LANGUAGE_ENDPOINT: 'contoso' }, /AZURE_LANGUAGE_ENDPOINT: must be an https address/],
    [{ VISITOR_TOKEN_ISSUER: 'https://partners.example' }, /VISITOR_TOKEN_SECRET: or VISITOR_TO/],
    [{ VISITOR_TOKEN_SECRET: SECRET }, /VISITOR_TOKEN_ISSUER: is needed with VISITOR_TOKEN_SECRET/],
    [
      {
        VISITOR_TOKEN_ISSUER: 'https://partners.example',
        VISITOR_TOKEN_SECRET: SECRET,
        VISITOR_TOKEN_JWKS_URL: 'https://partners.example/keys',
      },
      /VISITOR_TOKEN_SECRET: and VISITOR_TOKEN_JWKS_URL are both set/,
    ],
  ])('says of %j what it must be', (environment, message) => {
    const load = () => loadConfig(environment);
    expect(load).toThrow(ConfigError);
    expect(load).toThrow(message);
  });

  it.each([
    ...['ACCOUNT_API_URL', 'ACCOUNT_API_TOKEN_URL', 'TICKET_WEBHOOK_URL'],
    ...['VISITOR_TOKEN_JWKS_URL', 'DIRECT_LINE_ENDPOINT', 'AZURE_LANGUAGE_ENDPOINT'],
    ...['ToBotFromChannelOpenIdMetadataUrl', 'ToChannelFromBotLoginUrl', 'SUPPORT_OIDC_ISSUER'],
  ])('lets %s be unencrypted on this machine alone', (name) => {
    const faultOf = (address: string) => {
      try {
        loadConfig({ [name]: address, AZURE_LANGUAGE_KEY: SECRET });
      } catch (error) {
        return String(error);
      }
      return '';
    };
    const refused = `${name}: must be an https address`;
    for (const address of ['http://accounts.example', 'http://10.0.0.1', 'ftp://localhost', 'x'])
      expect(faultOf(address)).toContain(refused);
    for (const address of ['https://accounts.example', 'http://localhost:81', 'http://127.0.0.1'])
      expect(faultOf(address)).not.toContain(refused);
  });

  it('never repeats a secret', () => {
    const load = () =>
      loadConfig({ ...MAIL, TICKET_SMTP_URL: 'smtp://bot:hem/lig@mail.example', PORT: 'x' });
    expect(load).toThrow(/^(?![^]*lig@)/);
  });

  it('takes hosts with a port, below a name, and in capitals', () => {
    const SERVICE_URL_HOSTS = 'Adapter.example.com, *.example.org localhost:3980';
    expect(loadConfig({ SERVICE_URL_HOSTS }).SERVICE_URL_HOSTS).toEqual([
      ...['adapter.example.com', '*.example.org', 'localhost:3980'],
    ]);
  });

  it('says that a file of settings can not be read', () => {
    expect(() => readEnvironment(__dirname)).toThrow(ConfigError);
  });

  it('ignores what is none of its settings', () => {
    expect(loadConfig({ PATH: '/bin' })).toEqual(loadConfig({}));
  });
});

describe('.env.example', () => {
  it('names every setting and no other', () => {
    expect(Object.keys(exampleSettings).sort()).toEqual([...SETTING_NAMES].sort());
  });

  it('shows the defaults', () => {
    expect(loadConfig(exampleSettings)).toEqual(loadConfig({}));
    const isShown = ([name, value]: [string, unknown]) =>
      Array.isArray(value) || exampleSettings[name] !== '';
    expect(Object.entries(loadConfig({})).filter((setting) => !isShown(setting))).toEqual([]);
  });

  it('explains each setting in the line above', () => {
    const unexplained = [...example.matchAll(/^(?!#).*\n([A-Z]\w+)=/gm)].map(([, name]) => name);
    expect(unexplained).toEqual([]);
  });
});
