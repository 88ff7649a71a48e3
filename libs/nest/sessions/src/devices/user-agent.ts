import { type DeviceKind } from '@latchkey/contract';

/** A user agent in words; null where it does not say. */
export interface DeviceWords {
  browser: string | null;
  system: string | null;
  kind: DeviceKind;
}

/** The first that matches counts: most browsers also name those they descend from. */
const BROWSERS: [RegExp, string][] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\b(OPR|OPT|Opera)\b/, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bVivaldi\//, 'Vivaldi'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Headless)?(Chrome|Chromium|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
  [/^curl\//, 'curl'],
  [/^PostmanRuntime\//, 'Postman'],
  [/^(node|undici)\b/, 'Node.js'],
];

const SYSTEMS: [RegExp, string, DeviceKind][] = [
  [/\biPad\b/, 'iPadOS', 'tablet'],
  [/\biP(hone|od)\b/, 'iOS', 'phone'],
  [/\bAndroid\b.*\bMobile\b/, 'Android', 'phone'],
  [/\bAndroid\b/, 'Android', 'tablet'],
  [/\bCrOS\b/, 'ChromeOS', 'laptop'],
  [/\bWindows\b/, 'Windows', 'laptop'],
  [/\bMac(intosh| OS X)\b/, 'macOS', 'laptop'],
  [/\b(Linux|X11)\b/, 'Linux', 'laptop'],
];

/** "Chrome on Linux", for people to tell their devices apart by; nothing is decided by it, since anybody may claim anything. */
export function deviceWords(userAgent: string | null): DeviceWords {
  const text = userAgent ?? '';
  const [, browser = null] = BROWSERS.find(([pattern]) => pattern.test(text)) ?? [];
  const [, system = null, kind = 'other'] = SYSTEMS.find(([pattern]) => pattern.test(text)) ?? [];
  return { browser, system, kind };
}
