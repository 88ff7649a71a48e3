import { type Device } from '@latchkey/contract';
import { screen, within } from '@testing-library/angular';
import { answered, failure, open } from '../site-for-tests';
import { dayAndTime, lastSeen } from '@latchkey/angular/ui';
import { button, refused } from './page-for-tests';

const YESTERDAY = new Date(new Date().setHours(-10, 55)).toISOString();

describe('the devices', () => {
  const device = (session_id: string, more: Partial<Device>): Device => ({
    session_id,
    browser: 'Chrome',
    system: 'Linux',
    kind: 'laptop',
    user_agent: 'Mozilla/5.0',
    address: '192.0.2.7',
    created_at: '2026-01-31T17:21:52.000Z',
    last_seen: YESTERDAY,
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
      expect.stringMatching(/Safari on iOS.*Yesterday, 2:55 PM/s),
      expect.stringMatching(/An unknown program/),
    ]);
    expect(within(rows()[0] as HTMLElement).queryByRole('button')).toBeNull();
    expect(within(rows()[1] as HTMLElement).getByText(/Yesterday/)).toHaveAttribute(
      'title',
      expect.stringMatching(/ at /),
    );
  });

  it('are ended one at a time, by a button that says which', async () => {
    const { user, http } = await openDevices(here, phone, program);
    await user.click(button('Sign out Safari on iOS, Yesterday, 2:55 PM'));
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
  const now = new Date(2026, 0, 31, 12, 0).getTime();
  const at = (...date: [number, number, number, number, number]) => new Date(...date).toISOString();
  it.each([
    [at(2026, 0, 31, 11, 59), 'Active now'],
    [at(2026, 0, 31, 12, 1), 'Active now'],
    [at(2026, 0, 31, 11, 50), 'Today, 11:50 AM'],
    [at(2026, 0, 31, 0, 5), 'Today, 12:05 AM'],
    [at(2026, 0, 30, 23, 55), 'Yesterday, 11:55 PM'],
    [at(2026, 0, 22, 14, 5), 'Jan 22, 2026, 2:05 PM'],
  ])('are for %s, at noon on January 31, %p', (moment, words) => {
    expect(lastSeen(moment, now)).toBe(words);
  });

  it('count days by the calendar where a clock is put forward between them', () => {
    const monday = new Date(2026, 2, 30, 1, 0);
    expect(dayAndTime(new Date(2026, 2, 29, 23, 0).toISOString(), monday.getTime())).toBe('Yesterday, 11:00 PM');
  });
});
