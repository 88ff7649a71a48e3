import { deviceWords } from './user-agent';

const MOZILLA = 'Mozilla/5.0';
const CHROME = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0';

describe('the words for a user agent', () => {
  it.each([
    [`${MOZILLA} (X11; Linux x86_64) ${CHROME} Safari/537.36`, 'Chrome', 'Linux', 'laptop'],
    [`${MOZILLA} (Windows NT 10.0; Win64; x64) ${CHROME} Safari/537.36 Edg/142.0.0.0`, 'Edge', 'Windows', 'laptop'],
    [`${MOZILLA} (Windows NT 10.0; Win64; x64) ${CHROME} Safari/537.36 OPR/120.0.0.0`, 'Opera', 'Windows', 'laptop'],
    [`${MOZILLA} (X11; CrOS x86_64 14541.0.0) ${CHROME} Safari/537.36`, 'Chrome', 'ChromeOS', 'laptop'],
    [`${MOZILLA} (Linux; Android 10; K) ${CHROME} Mobile Safari/537.36`, 'Chrome', 'Android', 'phone'],
    [`${MOZILLA} (Linux; Android 10; K) ${CHROME} Safari/537.36`, 'Chrome', 'Android', 'tablet'],
    [`${MOZILLA} (Linux; Android 14; K) SamsungBrowser/28 ${CHROME} Mobile`, 'Samsung Internet', 'Android', 'phone'],
    [`${MOZILLA} (Android 15; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0`, 'Firefox', 'Android', 'phone'],
    [`${MOZILLA} (Macintosh; Intel Mac OS X 10.15; rv:145.0) Firefox/145.0`, 'Firefox', 'macOS', 'laptop'],
    [`${MOZILLA} (Macintosh; Intel Mac OS X 10_15_7) Version/26.0 Safari/605.1.15`, 'Safari', 'macOS', 'laptop'],
    [
      `${MOZILLA} (iPhone; CPU iPhone OS 18_6 like Mac OS X) Version/26.0 Mobile Safari/604.1`,
      'Safari',
      'iOS',
      'phone',
    ],
    [`${MOZILLA} (iPhone; CPU iPhone OS 18_6 like Mac OS X) CriOS/142.0 Mobile Safari/604.1`, 'Chrome', 'iOS', 'phone'],
    [`${MOZILLA} (iPad; CPU OS 18_6 like Mac OS X) Version/26.0 Safari/604.1`, 'Safari', 'iPadOS', 'tablet'],
    ['curl/8.5.0', 'curl', null, 'other'],
    ['node', 'Node.js', null, 'other'],
    ['', null, null, 'other'],
    [null, null, null, 'other'],
  ])('%p are %p on %p', (userAgent, browser, system, kind) => {
    expect(deviceWords(userAgent)).toEqual({ browser, system, kind });
  });
});
