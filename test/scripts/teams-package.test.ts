import { strFromU8, unzipSync } from 'fflate';
import { packageTeamsApp } from '../../scripts/teams-package';
import { loadConfig } from '../../src/config';

const root = process.cwd();
const APP_ID = '11111111-2222-4333-8444-555555555555';
const settings = {
  MicrosoftAppId: APP_ID,
  MicrosoftAppPassword: 'secret',
  MicrosoftAppTenantId: 'tenant',
  TEAMS_DEVELOPER_NAME: 'Contoso',
  TEAMS_WEBSITE_URL: 'https://bot.contoso.example',
  TEAMS_PRIVACY_URL: 'https://bot.contoso.example/privacy',
  TEAMS_TERMS_URL: 'https://bot.contoso.example/terms',
};

describe('the Teams app package', () => {
  it('holds a valid manifest of this bot, its translation and icons of the right size', () => {
    const files = unzipSync(packageTeamsApp(root, loadConfig(settings)));
    expect(Object.keys(files).sort()).toEqual([
      'color.png',
      'manifest.json',
      'outline.png',
      'sv.json',
    ]);
    const [manifest, swedish] = ['manifest.json', 'sv.json'].map(
      (name) => JSON.parse(strFromU8(files[name] ?? new Uint8Array())) as Record<string, unknown>,
    );
    expect(manifest).toMatchObject({
      id: APP_ID,
      bots: [{ botId: APP_ID, scopes: ['personal', 'team', 'groupChat'], supportsFiles: false }],
      validDomains: ['bot.contoso.example'],
    });
    const { commandLists } = (
      manifest?.['bots'] as { commandLists: { commands: object[] }[] }[]
    )[0] ?? {
      commandLists: [],
    };
    commandLists.forEach(({ commands }, list) =>
      commands.forEach((_, command) => {
        const key = `bots[0].commandLists[${list}].commands[${command}]`;
        expect(swedish).toHaveProperty([`${key}.title`]);
        expect(swedish).toHaveProperty([`${key}.description`]);
      }),
    );
    const width = (name: string) => Buffer.from(files[name] ?? []).readUInt32BE(16);
    expect([width('color.png'), width('outline.png')]).toEqual([192, 32]);
  });

  it('is refused with each missing setting named', () => {
    expect(() => packageTeamsApp(root, loadConfig({}))).toThrow(
      /MicrosoftAppId[^]*TEAMS_DEVELOPER_NAME[^]*TEAMS_WEBSITE_URL[^]*TEAMS_PRIVACY_URL[^]*TEAMS_TERMS_URL/,
    );
  });

  it('is refused when the schema finds a fault, with its place', () => {
    const config = loadConfig({ ...settings, MicrosoftAppId: 'no-guid' });
    expect(() => packageTeamsApp(root, config)).toThrow(/\/id must match pattern/);
  });
});
