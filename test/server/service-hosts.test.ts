import { isServiceHost } from '../../src/server/service-hosts';

const ALLOWED = ['chat.example', 'localhost:3979', '*.desk.example'];

it.each([
  'https://smba.trafficmanager.net/emea/',
  'https://directline.botframework.com/',
  'https://chat.example/',
  'https://a.desk.example',
  'http://localhost:3979',
])('the bot’s token goes to %s', (url) => {
  expect(isServiceHost(url, ALLOWED)).toBe(true);
});

it.each([
  'https://evilbotframework.com/',
  'https://botframework.com.evil.example/',
  'https://x.smba.trafficmanager.net/',
  'http://smba.trafficmanager.net/',
  'https://smba.trafficmanager.net:8443/',
  'https://smba.trafficmanager.net@evil.example/',
  'https://u@smba.trafficmanager.net/',
  'https://:p@smba.trafficmanager.net/',
  'http://chat.example/',
  'https://evildesk.example/',
])('and never to %s', (url) => {
  expect(isServiceHost(url, ALLOWED)).toBe(false);
});
