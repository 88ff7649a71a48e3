import { isIP } from 'node:net';
import { type LatchkeyOptions } from './latchkey-options';

/** What browsers would not keep, or not send. */
export function cookieProblems(options: LatchkeyOptions): string[] {
  const { cookies = {}, publicUrl, allowedOrigins = [] } = options;
  const { carrier = 'header', sameSite = 'strict', domain, prefix = 'latchkey' } = cookies;
  if (!URL.canParse(publicUrl)) return [];
  const isSecure = cookies.secure ?? publicUrl.startsWith('https:');
  const foreign = allowedOrigins.find((origin) => URL.canParse(origin) && isAnotherSite(origin, publicUrl));
  return [
    ...(['header', 'cookie'].includes(carrier) ? [] : [`cookies.carrier: is header or cookie, not ${carrier}.`]),
    ...(/^(?!__)[\w-]{1,64}$/.test(prefix)
      ? []
      : ['cookies.prefix: needs 1 to 64 of a-z A-Z 0-9 _ -, and not __ in front.']),
    ...(['strict', 'lax', 'none'].includes(sameSite)
      ? []
      : [`cookies.sameSite: is strict, lax or none, not ${sameSite}.`]),
    ...(sameSite === 'none' && !isSecure
      ? [
          'cookies.sameSite: browsers drop a none that is not Secure; make publicUrl https, or on localhost set cookies.secure.',
        ]
      : []),
    ...(carrier === 'cookie' && sameSite !== 'none' && foreign !== undefined
      ? [
          `cookies: ${foreign} is another site than ${publicUrl}, from where no browser sends them; set cookies.sameSite: 'none', or carry tokens in headers.`,
        ]
      : []),
    ...(domain === undefined ? [] : domainProblems(domain, new URL(publicUrl).hostname)),
  ];
}

function domainProblems(domain: string, host: string): string[] {
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain))
    return [`cookies.domain: "${domain}" is no domain; write one such as example.com.`];
  if (host === domain || host.endsWith(`.${domain}`)) return [];
  return [`cookies.domain: browsers take no ${domain} from publicUrl, whose host ${host} is not in it.`];
}

/** True where two origins are surely not of one site: sites share their scheme, and two labels of their hosts at least. */
function isAnotherSite(one: string, other: string): boolean {
  const [a, b] = [new URL(one), new URL(other)];
  return a.protocol !== b.protocol || siteOf(a.hostname) !== siteOf(b.hostname);
}

const siteOf = (host: string): string =>
  isIP(host) || host.startsWith('[') ? host : host.split('.').slice(-2).join('.');
