import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { strToU8, zipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Config } from '../src/config';
import { ConfigError } from '../src/core/errors';

const ICONS = ['color.png', 'outline.png'];
/** A fixed time: the same settings give the same package. */
const FILE_TIME = new Date('2020-01-01T12:00:00Z');

type Json = Readonly<Record<string, unknown>>;

const NEEDED = [
  'MicrosoftAppId',
  'TEAMS_DEVELOPER_NAME',
  'TEAMS_WEBSITE_URL',
  'TEAMS_PRIVACY_URL',
  'TEAMS_TERMS_URL',
] as const;

/**
 * The Teams app as a zip: manifest with the settings of this bot, translations, icons. Throws {@link ConfigError} that
 * names every missing setting, or everything that the official schema finds wrong.
 */
export function packageTeamsApp(root: string, config: Config): Uint8Array {
  const read = (file: string): Json =>
    JSON.parse(readFileSync(join(root, 'teams', file), 'utf8')) as Json;
  const manifest = manifestOf(read('manifest.json'), config);
  const translations = { 'sv.json': read('sv.json') };
  refuse('The manifest is not valid', [
    ...faultsOf(manifest, 'MicrosoftTeams.schema.json', manifest),
    ...Object.values(translations).flatMap((file) =>
      faultsOf(file, 'MicrosoftTeams.Localization.schema.json', manifest),
    ),
  ]);
  const texts = Object.entries({ 'manifest.json': manifest, ...translations }).map(
    ([name, content]) => [name, strToU8(`${JSON.stringify(content, null, 2)}\n`)] as const,
  );
  const icons = ICONS.map((name) => [name, readFileSync(join(root, 'teams', name))] as const);
  return zipSync(Object.fromEntries([...texts, ...icons]), { mtime: FILE_TIME });
}

function manifestOf(source: Json, config: Config): Json {
  refuse(
    'Settings are missing',
    NEEDED.filter((name) => config[name] === undefined).map((name) => `${name} (see .env.example)`),
  );
  const { MicrosoftAppId: id, TEAMS_WEBSITE_URL: websiteUrl = '' } = config;
  const [bot] = source['bots'] as readonly Json[];
  return {
    ...source,
    ...{ id, version: config.TEAMS_APP_VERSION },
    developer: {
      ...{ name: config.TEAMS_DEVELOPER_NAME, websiteUrl },
      privacyUrl: config.TEAMS_PRIVACY_URL,
      termsOfUseUrl: config.TEAMS_TERMS_URL,
    },
    bots: [{ botId: id, ...bot }],
    validDomains: [new URL(websiteUrl).host],
  };
}

/** What Microsoft's own schema of the manifest's version says. */
function faultsOf(document: Json, schema: string, manifest: Json): string[] {
  const home = dirname(require.resolve('@microsoft/app-manifest/package.json'));
  const version = `v${String(manifest['manifestVersion'])}`;
  const file = join(home, 'build', 'json-schemas', 'teams', version, schema);
  // Some patterns of the schemas are none by the stricter syntax of the u flag.
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(file, 'utf8')) as Json);
  validate(document);
  return (validate.errors ?? []).map(
    ({ instancePath, message = '' }) => `${instancePath || '/'} ${message}`,
  );
}

function refuse(what: string, faults: readonly string[]): void {
  if (faults.length > 0) throw new ConfigError(`${what}:\n  ${faults.join('\n  ')}`);
}
