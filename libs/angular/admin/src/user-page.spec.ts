import { screen, within } from '@testing-library/angular';
import { failure, list, open, settled, user } from './site-for-tests';

const session = (session_id: string, more: object = {}) => ({
  session_id,
  browser: 'Chrome',
  system: 'Linux',
  kind: 'laptop',
  user_agent: null,
  address: '192.0.2.7',
  created_at: '2026-01-31T12:00:00.000Z',
  last_seen: '2026-01-31T12:00:00.000Z',
  current: false,
  ...more,
});
const phone = session('p', { browser: 'Safari', system: 'iOS', kind: 'phone' });
const success = { status: 'success', message: '' };
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const heading = (name: string) => screen.getByRole('heading', { level: 1, name });

/** The page of `shown`, as ada opens it. */
async function openUser(shown = user('grace', { display_name: 'Grace', username: 'g.hopper' }), sessions = [phone]) {
  const site = await open(`/admin/users/${shown.user_id}`);
  const page = `/users/${shown.user_id}`;
  const answerPage = async (data: object = shown) => site.answer(page, { status: 'success', data });
  const answerSessions = async (data = sessions) => site.answer(`${page}/sessions`, { status: 'success', data });
  await answerPage();
  await answerSessions();
  return { ...site, answerPage, answerSessions };
}

describe('the page of one user', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => {
    jest.useRealTimers();
    history.replaceState(null, '', '/');
  });

  it('shows who it is, what they may do and where they are signed in', async () => {
    await openUser();
    expect(heading('Grace')).toBeVisible();
    const values = screen.getAllByRole('definition').map(({ textContent }) => textContent?.trim());
    expect(values).toEqual([
      'grace@example.com',
      'g.hopper',
      'Grace',
      'August 13, 2017',
      expect.stringMatching(/^user\b/),
      expect.stringMatching(/^Active\b/),
    ]);
    expect(screen.getByRole('listitem')).toHaveTextContent(/Safari on iOS.*Jan 31, 2026.*192\.0\.2\.7/);
    expect(screen.getByRole('link', { name: 'All users' })).toHaveAttribute('href', '/admin/users');
  });

  it('ends one session at once, and shows those that are left', async () => {
    const { answer, keys } = await openUser(undefined, [session('c'), phone]);
    await keys.click(button(/^End Safari on iOS/));
    await answer('/users/grace/sessions/p', success, 200, 'DELETE');
    expect(screen.getByText('Safari on iOS is signed out.')).toBeVisible();
    expect(screen.getByRole('listitem')).toHaveTextContent('Chrome on Linux');
    expect(screen.getByRole('heading', { name: 'Sessions' })).toHaveFocus();
  });

  it('says why one could not be ended, unless it had ended already', async () => {
    const { answer, keys } = await openUser();
    await keys.click(button(/^End Safari/));
    await answer('/users/grace/sessions/p', failure('unexpected'), 500, 'DELETE');
    expect(screen.getByText(/went wrong on our side/)).toBeVisible();
    await keys.click(button(/^End Safari/));
    await answer('/users/grace/sessions/p', failure('not_found'), 404, 'DELETE');
    expect(screen.getByText('Signed in nowhere.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'End all sessions' })).toBeNull();
  });

  it('ends all sessions and changes the state after a question, and shows what is then', async () => {
    const { answer, answerPage, answerSessions, keys } = await openUser();
    await keys.click(button('End all sessions'));
    const dialog = within(screen.getByRole('dialog', { name: 'End all sessions?' }));
    await keys.click(dialog.getByRole('button', { name: 'End all sessions' }));
    await answer('/users/grace/sessions', success, 200, 'DELETE');
    await answerPage();
    await answerSessions([]);
    expect(screen.getByText('Signed in nowhere.')).toBeVisible();
    await keys.click(button('Disable'));
    await keys.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Disable' }));
    await answer('/users/grace', success, 200, 'PATCH');
    await answerPage(user('grace', { is_active: false }));
    await answerSessions([]);
    expect(screen.getByText(/^Disabled/)).toBeVisible();
    expect(button('Enable')).toBeVisible();
    expect(button('Change roles')).toBeVisible();
  });

  it('goes back to the list, which tells so, where the account is deleted', async () => {
    const { answer, http, keys } = await openUser();
    await keys.click(button('Delete account'));
    await keys.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Delete' }));
    await answer('/users/grace', success, 200, 'DELETE');
    await settled();
    http.expectNone((sent) => sent.url.includes('grace'));
    await answer('/users', list([user('ada')]));
    expect(heading('Users')).toBeVisible();
    expect(screen.getByText('Grace (grace@example.com) is deleted.')).toBeVisible();
  });

  it('offers of one’s own account what the server would do, and says why no more', async () => {
    await openUser(user('ada'), [session('c', { current: true })]);
    expect(screen.getByText(/changed by another administrator/)).toBeVisible();
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent?.trim())).toEqual(['End all sessions']);
  });

  it('says that there is nobody, and where it does not come offers to try again', async () => {
    const { answer, keys } = await open('/admin/users/..%2Fauth');
    await answer('/users/..%2Fauth', failure('unexpected'), 500);
    await keys.click(button('Try again'));
    await settled();
    await answer('/users/..%2Fauth', failure('not_found'), 404);
    expect(screen.getByText(/There is no such account/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });
});
