import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { PLATFORM_ID } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { provideLatchkey } from './provide-latchkey';
import { Session } from './session';

const settingUp = (platform: string) => {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      provideLatchkey(),
      provideHttpClientTesting(),
      { provide: PLATFORM_ID, useValue: platform },
    ],
  });
  return TestBed.inject(Session);
};

const channels: string[] = [];
class CountedChannel extends EventTarget {
  constructor(name: string) {
    super();
    channels.push(name);
  }
}

describe('a session on a server that renders pages', () => {
  const { BroadcastChannel } = globalThis;
  beforeEach(() => {
    channels.length = 0;
    localStorage.setItem('token', 'of.somebody.else');
    globalThis.BroadcastChannel = CountedChannel as never;
  });
  afterEach(() => {
    localStorage.clear();
    globalThis.BroadcastChannel = BroadcastChannel;
  });

  it('is nobody’s, whatever the storage holds, and is known without a call', async () => {
    const session = settingUp('server');
    await session.ready();
    expect([session.isAuthenticated(), session.status(), await session.accessToken()]).toEqual([
      false,
      'unknown',
      null,
    ]);
    TestBed.inject(HttpTestingController).verify();
  });

  it('opens no channel, of which each page would leave one behind', () => {
    settingUp('server');
    expect(channels).toEqual([]);
  });

  it('has both in a browser', () => {
    expect(settingUp('browser').isAuthenticated()).toBe(true);
    expect(channels).toEqual(['latchkey']);
  });
});
