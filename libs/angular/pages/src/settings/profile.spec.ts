import { type TestRequest } from '@angular/common/http/testing';
import { screen } from '@testing-library/angular';
import { answered, failure, open } from '../site-for-tests';
import { button, profile, refused } from './page-for-tests';

describe('the profile', () => {
  const openProfile = async () => {
    const opened = await open('/account/profile', 'a.kept.c');
    await answered(() => opened.http.expectOne('/auth/account').flush({ status: 'success', data: profile }));
    return opened;
  };
  const save = (answer: (request: TestRequest) => void, http: Awaited<ReturnType<typeof openProfile>>['http']) =>
    answered(() => answer(http.expectOne({ method: 'PATCH', url: '/auth/account' })));

  it('shows what is stored, sends what is changed, and a blank as none', async () => {
    const { user, http } = await openProfile();
    expect(screen.getByText('ada@example.com')).toBeVisible();
    expect(screen.getByLabelText('Display name')).toHaveValue('Ada');
    await user.clear(screen.getByLabelText('Display name'));
    await user.type(screen.getByLabelText('User name'), 'Ada.L');
    await user.click(button('Save'));
    await save((request) => {
      expect(request.request.body).toEqual({ display_name: null, username: 'Ada.L' });
      request.flush({ status: 'success', data: { ...profile, display_name: null, username: 'ada.l' } });
    }, http);
    expect(screen.getByText('Your profile is saved.')).toBeVisible();
    expect(screen.getByLabelText('User name')).toHaveValue('ada.l');
  });

  it('says under its field what is wrong, before anything is sent', async () => {
    const { user, http } = await openProfile();
    await user.type(screen.getByLabelText('User name'), 'not a name');
    await user.click(button('Save'));
    expect(screen.getByLabelText('User name')).toHaveAccessibleDescription(/letters from a to z/);
    expect(screen.getByLabelText('User name')).toHaveFocus();
    http.expectNone({ method: 'PATCH' });
  });

  it('says under its field that a user name is taken, and keeps what was typed', async () => {
    const { user, http } = await openProfile();
    await user.type(screen.getByLabelText('User name'), 'grace');
    await user.click(button('Save'));
    await save((request) => request.flush(failure('username_taken'), refused(409)), http);
    expect(screen.getByText('about username_taken')).toBeVisible();
    expect(screen.getByLabelText('User name')).toHaveAccessibleDescription('about username_taken');
    expect(screen.getByLabelText('User name')).toHaveFocus();
    expect(screen.getByText('about username_taken').closest('[role=alert]')).toBeNull();
    expect(screen.getByLabelText('User name')).toHaveValue('grace');
  });

  it('offers to try again where it could not be fetched', async () => {
    const { user, http } = await open('/account/profile', 'a.kept.c');
    await answered(() => http.expectOne('/auth/account').error(new ProgressEvent('error')));
    expect(screen.getByText(/can’t be reached/)).toBeVisible();
    await user.click(button('Try again'));
    await answered(() => http.expectOne('/auth/account').flush({ status: 'success', data: profile }));
    expect(screen.getByLabelText('Display name')).toHaveValue('Ada');
  });
});
