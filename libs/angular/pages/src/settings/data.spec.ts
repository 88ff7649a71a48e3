import { screen, within } from '@testing-library/angular';
import { answered, failure, open } from '../site-for-tests';
import { button, profile, refused, wrongPassword } from './page-for-tests';

describe('one’s data', () => {
  it('is handed over as a file', async () => {
    const { user, http } = await open('/account/data', 'a.kept.c');
    const files: Blob[] = [];
    Object.assign(URL, {
      createObjectURL: (file: Blob) => `blob:${files.push(file)}`,
      revokeObjectURL: () => undefined,
    });
    const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    await user.click(button('Download my data'));
    await answered(() => http.expectOne('/auth/account/export').flush({ status: 'success', account: profile }));
    expect(click.mock.contexts).toMatchObject([{ download: 'latchkey-account.json', href: 'blob:1' }]);
    expect(files[0]?.type).toBe('application/json');
    click.mockRestore();
  });

  it('says why it could not be fetched', async () => {
    const { user, http } = await open('/account/data', 'a.kept.c');
    await user.click(button('Download my data'));
    await answered(() => http.expectOne('/auth/account/export').error(new ProgressEvent('error')));
    expect(screen.getByText(/can’t be reached/)).toBeVisible();
  });

  const askToDelete = async (password: string, typed: string) => {
    const opened = await open('/account/data', 'a.kept.c');
    await opened.user.click(button('Delete my account'));
    const dialog = within(screen.getByRole('dialog', { name: 'Delete your account?' }));
    if (password) await opened.user.type(dialog.getByLabelText('Current password'), password);
    await opened.user.type(dialog.getByLabelText('Type ada@example.com to confirm'), typed);
    await opened.user.click(dialog.getByRole('button', { name: 'Delete my account' }));
    return { ...opened, dialog };
  };
  const deletion = { method: 'DELETE', url: '/auth/account' };

  it.each([
    ['without the password', '', 'ada@example.com', 'Current password', 'Enter your password'],
    ['with another e-mail', 'x', 'eve@example.com', 'Type ada@example.com to confirm', 'Type ada@example.com'],
  ])('is not deleted %s', async (_, password, typed, label, words) => {
    const { http, dialog } = await askToDelete(password, typed);
    expect(dialog.getByLabelText(label)).toHaveAccessibleDescription(words);
    http.expectNone(deletion);
  });

  it('is not deleted with a wrong password, or where the server says no', async () => {
    const { http, dialog, user } = await askToDelete('wrong', 'ada@example.com');
    await answered(() => http.expectOne(deletion).flush(wrongPassword, refused(422)));
    expect(dialog.getByLabelText('Current password')).toHaveAccessibleDescription('This is not your password');
    await user.type(dialog.getByLabelText('Current password'), 'right{Enter}');
    await answered(() => http.expectOne(deletion).flush(failure('last_admin'), refused(409)));
    expect(dialog.getByText('about last_admin')).toBeVisible();
    expect(localStorage.getItem('token')).toBe('a.kept.c');
    await user.click(dialog.getByRole('button', { name: 'Cancel' }));
    await user.click(button('Delete my account'));
    expect(screen.getByRole('dialog')).toBeVisible();
    expect(screen.queryByText('about last_admin')).toBeNull();
    expect(screen.getByLabelText('Current password')).toHaveValue('');
  });

  it('is deleted with the right one, and one is signed out', async () => {
    const { http, router } = await askToDelete('right', ' Ada@Example.com');
    await answered(() => {
      const request = http.expectOne(deletion);
      expect(request.request.body).toEqual({ current_password: 'right' });
      request.flush({ status: 'success', message: '' });
    });
    expect([router.url, localStorage.getItem('token')]).toEqual(['/login', null]);
    expect(screen.getByText(/Your account is deleted/)).toBeVisible();
  });
});
