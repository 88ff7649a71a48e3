import { type Device } from '@latchkey/contract';
import { screen, within } from '@testing-library/angular';
import { answered, failure, open } from '../site-for-tests';
import { lastSeen } from './moments';
import { button, refused } from './page-for-tests';

describe('the devices', () => {
  const device = (session_id: string, more: Partial<Device>): Device => ({
    session_id,
    browser: 'Chrome',
    system: 'Linux',
    kind: 'laptop',
    user_agent: 'Mozilla/5.0',
    address: '192.0.2.7',
    created_at: '2026-01-31T17:21:52.000Z',
    last_seen: new Date(Date.now() - 3 * 3600_000).toISOString(),
    current: false,
    ...more,
  });
  const here = device('1', { current: true });
  const phone = device('2', { browser: 'Safari', system: 'iOS', kind: 'phone' });
  const program = device('3', { browser: null, system: null, kind: 'other', address: null });

  const openDevices = async (...data: Device[]) => {
    const opened = await open('/account/devices', 'a.kept.c');
    await answered(() => opened.http.expectOne('/auth/sessions').flush({ status: 'success', data }));
    return opened;
  };
  const rows = () => screen.getAllByRole('listitem');

  it('are shown with this one first, which has a mark and no end', async () => {
    await openDevices(phone, program, here);
    expect(rows().map((row) => row.textContent)).toEqual([
      expect.stringMatching(/Chrome on Linux.*This device.*Active now.*192\.0\.2\.7.*Signed in on January 31, 2026/s),
      expect.stringMatching(/Safari on iOS.*Last seen 3 hours ago/s),
      expect.stringMatching(/An unknown program/),
    ]);
    expect(within(rows()[0] as HTMLElement).queryByRole('button')).toBeNull();
    expect(within(rows()[1] as HTMLElement).getByText(/3 hours/)).toHaveAttribute(
      'title',
      expect.stringMatching(/ at /),
    );
  });

  it('are ended one at a time, by a button that says which', async () => {
    const { user, http } = await openDevices(here, phone, program);
    await user.click(button('Sign out Safari on iOS, Last seen 3 hours ago'));
    await answered(() =>
      http.expectOne({ method: 'DELETE', url: '/auth/sessions/2' }).flush({ status: 'success', message: '' }),
    );
    expect(screen.getByText('Safari on iOS is signed out.')).toBeVisible();
    expect(rows()).toHaveLength(2);
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
  });

  it('are gone too where they had ended already, and stay where the end failed', async () => {
    const { user, http } = await openDevices(here, phone, program);
    await user.click(button(/^Sign out Safari/));
    await answered(() => http.expectOne('/auth/sessions/2').flush(failure('not_found'), refused(404)));
    expect(rows()).toHaveLength(2);
    await user.click(button(/^Sign out An unknown/));
    await answered(() => http.expectOne('/auth/sessions/3').flush(failure('unexpected'), refused(500)));
    expect(rows()).toHaveLength(2);
    expect(screen.getByText(/went wrong on our side/)).toBeVisible();
  });

  it('are all ended but this one, after a question', async () => {
    const { user, http } = await openDevices(here, phone, program);
    await user.click(button('Sign out all other devices'));
    const dialog = within(screen.getByRole('dialog', { name: 'Sign out all other devices?' }));
    expect(dialog.getByText(/2 devices will have to log in again/)).toBeVisible();
    http.expectNone({ method: 'DELETE' });
    await user.click(dialog.getByRole('button', { name: 'Sign out all others' }));
    await answered(() =>
      http.expectOne({ method: 'DELETE', url: '/auth/sessions' }).flush({ status: 'success', message: '', ended: 2 }),
    );
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(rows()).toHaveLength(1);
    expect(screen.getByText('You are signed in nowhere else.')).toBeVisible();
  });
});

describe('the words for when a device was seen', () => {
  const now = Date.parse('2026-01-31T12:00:00Z');
  it.each([
    [10, 'Active now'],
    [179, 'Active now'],
    [-20, 'Active now'],
    [600, 'Last seen 10 minutes ago'],
    [3 * 3600 + 5, 'Last seen 3 hours ago'],
    [30 * 3600, 'Last seen yesterday'],
    [9 * 86400, 'Last seen 9 days ago'],
  ])('are, %d seconds afterwards, %p', (seconds, words) => {
    expect(lastSeen(new Date(now - seconds * 1000).toISOString(), now)).toBe(words);
  });
});
