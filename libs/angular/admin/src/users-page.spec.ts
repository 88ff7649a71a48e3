import { screen, within } from '@testing-library/angular';
import { failure, list, open, settled, user } from './site-for-tests';

const row = (name: string) => screen.getByRole('row', { name: new RegExp(name) });

describe('the page of users', () => {
  // The search waits for a pause in what is typed: a busy machine is none.
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => {
    jest.useRealTimers();
    history.replaceState(null, '', '/');
  });

  it('shows rows that come, and before that it says that they come', async () => {
    const { answer } = await open();
    expect(await screen.findByRole('status', { name: 'Loading users' })).toBeInTheDocument();
    const last_seen = '2026-01-31T12:00:00.000Z';
    const grace = user('grace', { display_name: 'Grace', roles: ['user', 'admin'], is_active: false, last_seen });
    await answer('/users', list([user('ada'), grace]));
    expect(row('ada@')).toHaveTextContent('You');
    expect(row('Grace')).toHaveTextContent(
      /grace@example\.com.*user.*admin.*Disabled.*Aug 13, 2017.*Jan 31, 2026, \d+:\d\d/,
    );
    expect(screen.getByText('2 users')).toBeVisible();
    expect(screen.queryByRole('navigation', { name: 'Pages' })).toBeNull();
  });

  it('asks for what its address says, as far as that makes sense', async () => {
    const { answer } = await open('/admin/users?search=gr&role=root&is_active=false&sort=-email&page=2');
    await answer('/users?page=2&search=gr&is_active=false&sort=-email', list([user('grace')], 26, 2));
    expect(screen.getByLabelText('Search')).toHaveValue('gr');
    expect(screen.getByLabelText('State')).toHaveValue('false');
    expect(screen.getByText('2 of 2')).toBeVisible();
  });

  it('asks once for what is typed, from the first page on, and says so in the address', async () => {
    const { answer, http, keys } = await open('/admin/users?page=2');
    await answer('/users?page=2', list([user('ada')], 26, 2));
    await keys.type(screen.getByLabelText('Search'), 'grace');
    http.expectNone((request) => request.params.has('search'));
    await keys.keyboard('{Enter}');
    await settled();
    await answer('/users?search=grace', list([]));
    expect(screen.getByText(/Nobody matches/)).toBeVisible();
    expect(location.search).toBe('?search=grace');
    await keys.click(screen.getByRole('button', { name: 'Show all users' }));
    await settled();
    await answer('/users', list([user('ada')]));
    expect(location.search).toBe('');
  });

  it('keeps the last list while the next comes, and where it does not come says so', async () => {
    const { answer, keys } = await open();
    await answer('/users', list([user('grace')]));
    await keys.selectOptions(screen.getByLabelText('Role'), 'admin');
    await settled();
    expect(row('grace')).toBeVisible();
    expect(screen.getByRole('progressbar', { name: 'Loading users' })).toBeInTheDocument();
    await answer('/users?role=admin', failure('unexpected'), 500);
    expect(screen.getByText(/went wrong on our side/)).toBeVisible();
    await keys.click(screen.getByRole('button', { name: 'Try again' }));
    await settled();
    await answer('/users?role=admin', list([user('ada')]));
    expect(screen.queryByText(/went wrong/)).toBeNull();
    expect(screen.queryByText(/grace/)).toBeNull();
  });

  it('goes two pages on where one presses twice, however late the page between comes', async () => {
    const { answer, keys } = await open();
    await answer('/users', list([user('ada')], 51));
    for (const name of ['Next', 'Next', 'Next']) await keys.click(screen.getByRole('button', { name }));
    await settled();
    await answer('/users?page=3', list([user('lin')], 51, 3));
    expect(screen.getByText('3 of 3')).toBeVisible();
  });

  it('leaves a page that has become empty', async () => {
    const { answer } = await open('/admin/users?page=3');
    await answer('/users?page=3', list([], 50, 3));
    await answer('/users?page=2', list([user('grace')], 50, 2));
    expect(screen.getByText('2 of 2')).toBeVisible();
  });

  it('leads from a name to the page of its own', async () => {
    const { answer } = await open();
    await answer('/users', list([user('grace', { display_name: 'Grace' })]));
    expect(screen.getByRole('link', { name: 'Grace' })).toHaveAttribute('href', '/admin/users/grace');
  });

  it('offers what one may do, and of one’s own account what the server would do', async () => {
    const { answer, keys } = await open();
    await answer('/users', list([user('ada'), user('grace'), user('lin', { is_active: false })]));
    const offered = async (name: string) => {
      await keys.click(within(row(name)).getByRole('button', { name: /^Actions/ }));
      return screen.getAllByRole('menuitem').map(({ textContent }) => textContent?.trim());
    };
    expect(await offered('ada@')).toEqual(['End all sessions']);
    expect(await offered('grace')).toEqual(['Change roles', 'Disable', 'End all sessions', 'Delete']);
    expect(await offered('lin')).toEqual(['Change roles', 'Enable', 'End all sessions', 'Delete']);
  });

  it('says in its dialog why the server refused, and does nothing twice', async () => {
    const { answer, keys } = await open();
    await answer('/users', list([user('grace')]));
    await keys.click(screen.getByRole('button', { name: /^Actions/ }));
    await keys.click(screen.getByRole('menuitem', { name: 'Delete' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Delete this account?' }));
    expect(dialog.getByText(/grace@example\.com/)).toBeVisible();
    await keys.click(dialog.getByRole('button', { name: 'Delete' }));
    await keys.click(dialog.getByRole('button', { name: /Delete/ }));
    await answer('/users/grace', failure('last_admin'), 409, 'DELETE');
    expect(dialog.getByText('about last_admin')).toBeVisible();
    await keys.click(dialog.getByRole('button', { name: 'Cancel' }));
    await settled();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('sends who may not see it to a page that says so', async () => {
    await open('/admin/users', ['user']);
    expect(await screen.findByRole('heading', { name: 'You may not see this page' })).toBeVisible();
  });
});
