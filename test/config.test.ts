import { readFileSync } from 'node:fs';
import { loadConfig, SETTING_NAMES } from '../src/config';
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
  });

  it('explains each setting in the line above', () => {
    const unexplained = [...example.matchAll(/^(?!#).*\n([A-Z]\w+)=/gm)].map(([, name]) => name);
    expect(unexplained).toEqual([]);
  });
});
