import { Component, inject } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { mapToCanActivate, provideRouter, RouterOutlet } from '@angular/router';
import { EnsureAuthenticated, LoginRedirect, provideLatchkey, Session } from '@latchkey/angular';

@Component({ selector: 'bench-home', template: '<h1>{{ session.user()?.email }}</h1>' })
class Home {
  protected readonly session = inject(Session);
}

@Component({ selector: 'bench-login', template: '<button (click)="signIn()">Log in</button>' })
class Login {
  private readonly session = inject(Session);
  protected signIn(): void {
    void this.session.signIn({ email: 'ada@example.com', password: 'x', remember: true });
  }
}

@Component({ selector: 'bench-root', imports: [RouterOutlet], template: '<router-outlet />' })
class App {}

void bootstrapApplication(App, {
  providers: [
    provideLatchkey(),
    provideRouter([
      { path: '', component: Home, canActivate: mapToCanActivate([EnsureAuthenticated]) },
      { path: 'login', component: Login, canActivate: mapToCanActivate([LoginRedirect]) },
    ]),
  ],
});
