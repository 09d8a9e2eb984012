/** Hosts of Azure Bot Service and of Teams in every Microsoft cloud; `*.` stands for any name below. */
const KNOWN_HOSTS = [
  '*.botframework.com',
  '*.botframework.azure.us',
  'smba.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
  'smba.infra.gov.teams.microsoft.us',
  'smba.infra.dod.teams.microsoft.us',
];

/**
 * Whether replies may go to an address: the bot's own token goes with them. Hosts of Microsoft over https, and those of
 * `allowed`, over http only where it names the port too.
 */
export function isServiceHost(serviceUrl: string, allowed: readonly string[] = []): boolean {
  const { protocol, host, hostname, username, password } = new URL(serviceUrl);
  if (username !== '' || password !== '') return false;
  if (allowed.includes(host) && (protocol === 'https:' || host !== hostname)) return true;
  return protocol === 'https:' && [...KNOWN_HOSTS, ...allowed].some((name) => covers(name, host));
}

function covers(name: string, host: string): boolean {
  return name.startsWith('*.') ? host.endsWith(name.slice(1)) : host === name;
}
