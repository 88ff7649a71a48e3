import { type TestRequest } from '@angular/common/http/testing';
import { screen } from '@testing-library/angular';
import { answered, open } from '../site-for-tests';
import { button, refused, wrongPassword } from './page-for-tests';

describe('changing the password', () => {
  const change = async (answer: (request: TestRequest) => void) => {
    const opened = await open('/account/security', 'a.kept.c');
    await opened.user.type(screen.getByLabelText('Current password'), 'a.old.c');
    await opened.user.type(screen.getByLabelText('New password'), 'another horse battery');
    await opened.user.click(button('Change password'));
    await answered(() => answer(opened.http.expectOne('/auth/account/password')));
    return opened;
  };

  it('sends both, empties the fields and says that other devices are signed out', async () => {
    await change((request) => {
      expect(request.request.body).toEqual({ current_password: 'a.old.c', new_password: 'another horse battery' });
      expect(request.request.withCredentials).toBe(true);
      request.flush({ status: 'success', message: '', auth_token: 'a.renewed.c', expires_in: 900 });
    });
    expect(localStorage.getItem('token')).toBe('a.renewed.c');
    expect(screen.getByText(/other devices are signed out\.$/)).toBeVisible();
    for (const label of ['Current password', 'New password']) {
      expect(screen.getByLabelText(label)).toHaveValue('');
      expect(screen.getByLabelText(label)).not.toBeInvalid();
    }
  });

  it('says under its field that the current one is wrong, and signs nobody out', async () => {
    const { router } = await change((request) => request.flush(wrongPassword, refused(422)));
    expect(screen.getByLabelText('Current password')).toHaveAccessibleDescription('This is not your password');
    expect([router.url, localStorage.getItem('token')]).toEqual(['/account/security', 'a.kept.c']);
  });

  it('tells password managers what its fields are', async () => {
    await open('/account/security', 'a.kept.c');
    expect(screen.getByLabelText('Current password')).toHaveAttribute('autocomplete', 'current-password');
    expect(screen.getByLabelText('New password')).toHaveAttribute('autocomplete', 'new-password');
  });
});
