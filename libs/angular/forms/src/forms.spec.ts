import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { provideLatchkey, type Problem } from '@latchkey/angular';
import { render, screen, waitFor } from '@testing-library/angular';
import { userEvent } from '@testing-library/user-event';
import { Register, SignIn } from './index';

@Component({
  selector: 'latchkey-test-page',
  imports: [Register, SignIn],
  template: `@if (door() === 'login') {
      <latchkey-sign-in (signedIn)="told.push('in')" (refused)="told.push($event.code)" />
    } @else {
      <latchkey-register (signedIn)="told.push('in')" (refused)="told.push($event.code)" />
    }`,
})
class Page {
  readonly door = signal('login');
  readonly told: (Problem['code'] | 'in')[] = [];
}

const data = { user_id: '1', email: 'ada@example.com', admin: false, roles: ['user'], registered_on: '' };
const answer = { status: 'success', message: '', auth_token: 'a.b.c', expires_in: 900, data };

describe.each([
  ['login', 'Log in', 'wrong_credentials'],
  ['register', 'Create account', 'email_taken'],
])('the form of %s, without Material', (door, button, code) => {
  async function open() {
    const providers = [provideRouter([]), provideLatchkey(), provideHttpClientTesting()];
    const { fixture } = await render(Page, { providers });
    fixture.componentInstance.door.set(door);
    await fixture.whenStable();
    const user = userEvent.setup();
    const send = () => user.click(screen.getByRole('button', { name: button }));
    return { told: fixture.componentInstance.told, fixture, user, send, http: TestBed.inject(HttpTestingController) };
  }

  it('says under a field what is wrong with it, and sends nothing', async () => {
    const { send, http } = await open();
    await send();
    expect(screen.getByLabelText('E-mail')).toHaveAccessibleDescription(/\S/);
    expect(screen.getByLabelText('E-mail')).toHaveAttribute('aria-invalid', 'true');
    http.verify();
  });

  it('tells whoever took it of a refusal, and of who is signed in', async () => {
    const { told, fixture, user, send, http } = await open();
    await user.type(screen.getByLabelText('E-mail'), 'ada@example.com');
    await user.type(screen.getByLabelText('Password'), 'correct horse battery');
    await send();
    const refusal = { status: 'fail', code, message: `about ${code}`, request_id: 'x' };
    http.expectOne(`/auth/${door}`).flush(refusal, { status: 401, statusText: 'x' });
    await fixture.whenStable();
    expect(await screen.findByText(`about ${code}`)).toHaveAttribute('role', 'alert');
    await send();
    http.expectOne(`/auth/${door}`).flush(answer);
    await waitFor(() => expect(told).toEqual([code, 'in']));
  });
});
