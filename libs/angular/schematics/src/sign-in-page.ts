/** A page that logs in or registers, by its address; what it looks like is the application's own. */
export const SIGN_IN_PAGE = `import { Component, inject, signal } from '@angular/core';
import { ActivatedRoute, Router } from '@angular/router';
import { problemOf, safeReturnUrl, Session } from '@latchkey/angular';

/** Log in at /login, register at /register. */
@Component({
  selector: 'app-sign-in',
  template: \`
    <form (submit)="$event.preventDefault(); enter(email.value, password.value)">
      <label>E-mail <input #email type="email" autocomplete="username" /></label>
      <label>Password <input #password type="password" [autocomplete]="kept" /></label>
      <button>{{ isNew ? 'Register' : 'Log in' }}</button>
      <p role="alert">{{ refusal() }}</p>
    </form>
  \`,
})
export class SignIn {
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute).snapshot;
  protected readonly isNew = this.route.url.at(-1)?.path === 'register';
  protected readonly kept = this.isNew ? 'new-password' : 'current-password';
  protected readonly refusal = signal('');

  protected async enter(email: string, password: string): Promise<void> {
    try {
      await this.session[this.isNew ? 'register' : 'signIn']({ email, password, remember: true });
      const wanted = this.route.queryParamMap.get('returnUrl');
      await this.router.navigateByUrl(safeReturnUrl(wanted, { login: '/login', home: '/' }));
    } catch (error) {
      this.refusal.set(problemOf(error).message);
    }
  }
}
`;
